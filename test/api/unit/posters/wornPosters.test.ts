import { buffer } from 'node:stream/consumers';

import { pageSizes, type PageSize } from '../../../../api/src/posters/pageSizes';
import { posterPdf } from '../../../../api/src/posters/posterPdf';
import { damaged, type Damage } from '../../../support/pictures/damage';
import { cutCodes } from './codePictures';
import { decoded, pagePng } from './decoding';
import { posterContent, theme } from './samples';

jest.setTimeout(240_000);

interface Code {
  picture: Buffer;
  link: string;
}

/** Every code of a printed batch, by itself; links like ours, the same in every run. */
async function codesOf(size: PageSize, posters: number): Promise<Code[]> {
  const links = Array.from(
    { length: posters },
    (_, i) => `https://code.example.gov.cn/p/EQECAwQFBgcIAAHqF3m2Zx0VnW3kL${100 + i}`,
  );
  const contents = links.map((link) => posterContent({ link }));
  const pdf = await buffer(posterPdf(contents, theme, size));
  const pages = links.map(async (link, i) => {
    const pictures = await cutCodes(pagePng(pdf, i + 1, 150), size);

    return pictures.map((picture) => ({ picture, link }));
  });

  return (await Promise.all(pages)).flat();
}

/** A phone takes one picture after the other, each a little different: it is enough when one is read. */
async function isReadByBoth(
  { picture, link }: Code,
  frames: readonly Damage[],
  seed: number,
): Promise<boolean> {
  const read = { zbar: false, jsqr: false };
  for (const frame of frames) {
    const seen = await decoded(await damaged(picture, frame, seed)).catch(() => undefined);
    read.zbar ||= seen?.zbar === link;
    read.jsqr ||= seen?.jsqr === link;
    if (read.zbar && read.jsqr) {
      return true;
    }
  }

  return false;
}

async function unreadable(codes: readonly Code[], frames: readonly Damage[]): Promise<number[]> {
  const lost: number[] = [];
  for (const [i, code] of codes.entries()) {
    if (!(await isReadByBoth(code, frames, i + 1))) {
      lost.push(i);
    }
  }

  return lost;
}

const small: Damage[] = [{ tilt: 3, width: 180, blur: 0.5 }];
const dirty: Damage[] = [
  { dirt: 0.04, tilt: 0, width: 480, blur: 0.6 },
  { dirt: 0.04, tilt: 3, width: 410, blur: 0.7 },
  { dirt: 0.04, tilt: -4, width: 360, blur: 0.5 },
  { dirt: 0.04, tilt: 2, width: 540, blur: 0.9 },
  { dirt: 0.04, tilt: -2, width: 310, blur: 0.4 },
];

describe.each([
  ['a4', 20],
  ['card', 4],
] as const)('a batch on %s', (name, posters) => {
  let codes: Code[];

  beforeAll(async () => {
    codes = await codesOf(pageSizes[name], posters);
  });

  test('has a code on every face', () => {
    expect(codes).toHaveLength(posters * pageSizes[name].faces.length);
  });

  test('is read by two readers from afar: small, crooked and out of focus', async () => {
    expect(await unreadable(codes, small)).toEqual([]);
  });

  test('is read by two readers with spots on a twenty-fifth of each code', async () => {
    expect(await unreadable(codes, dirty)).toEqual([]);
  });
});
