import { idNumberCheck } from '@anxing/contract/idNumber';

import { agreedNumber } from '../../../../api/src/commands/idCard/numberInText';
import { TesseractOcr } from '../../../../api/src/providers/ocr/standIn';
import { drawCard } from '../../../support/cards/drawCard.mjs';

jest.setTimeout(120_000);

const today = '2026-11-22';
const first17 = '35010219481112305';
const idNumber = first17 + idNumberCheck(first17);
const reader = new TesseractOcr(30_000);

async function readOff(given: object): Promise<string | undefined> {
  const read = await reader.readCard({ mediaType: 'image/png', bytes: drawCard(idNumber, given) });
  if (!read.ok) {
    throw new Error('the reader is not there');
  }

  return agreedNumber(read.readings, today);
}

/** As guards take pictures: in the hand, in the dark, in a hurry. */
test.each([
  ['rotated by 3°', { rotate: 3 }],
  ['rotated by 10°', { rotate: 10 }],
  ['blurred', { blur: 2 }],
  ['very blurred', { blur: 4 }],
  ['dim', { light: 0.35 }],
  ['skewed by 6°', { skew: 6 }],
  ['small', { scale: 0.6 }],
  ['all of it at once', { rotate: 3, blur: 1.5, light: 0.5, skew: 3 }],
])('a card that is %s is read right or not at all', async (_what, given) => {
  expect([idNumber, undefined]).toContain(await readOff(given));
});

test('an upright card is read', async () => {
  expect(await readOff({})).toBe(idNumber);
});
