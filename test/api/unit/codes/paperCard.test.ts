import { codePrefixes } from '@anxing/contract/scanned';

import { KeyRing } from '../../../../api/src/codes/keyRing';
import { newPosterKeyMaterial, posterKeyFromMaterial } from '../../../../api/src/codes/keys';
import { issueCard, openCard } from '../../../../api/src/codes/paperCard';

const key = posterKeyFromMaterial(newPosterKeyMaterial(1));
const other = posterKeyFromMaterial(newPosterKeyMaterial(1));
const ring = new KeyRing([key]);
const reference = Buffer.from('0011223344556677', 'hex');

test('a card tells its reference', () => {
  const text = issueCard(key, reference);
  expect(text).toMatch(/^AX3:[\w-]{28}$/);
  expect(openCard(ring, text)).toEqual({ ok: true, content: { reference: '0011223344556677' } });
});

test('every changed bit is noticed, and another house’s card is none', () => {
  const bytes = Buffer.from(issueCard(key, reference).slice(codePrefixes.card.length), 'base64url');
  for (let bit = 0; bit < bytes.length * 8; bit += 1) {
    const changed = Buffer.from(bytes);
    changed.writeUInt8(changed.readUInt8(bit >> 3) ^ (1 << (bit & 7)), bit >> 3);
    expect(openCard(ring, codePrefixes.card + changed.toString('base64url')).ok).toBe(false);
  }
  expect(openCard(ring, issueCard(other, reference))).toEqual({ ok: false, failure: 'forged' });
  expect(openCard(ring, 'AX3:')).toEqual({ ok: false, failure: 'malformed' });
});
