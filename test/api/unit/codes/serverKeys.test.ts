import { verify, createPublicKey, sign } from 'node:crypto';

import { serverKeysOf } from '../../../../api/src/codes/serverKeys';
import { newKey } from '../../../support/api/secretsFile';

const sessionSecret = newKey();
const [first, second] = [
  { id: 1, ed25519: newKey() },
  { id: 2, ed25519: newKey() },
];
const idsOf = (deviceKeys?: { id: number; ed25519: string }[]) =>
  serverKeysOf({ sessionSecret, deviceKeys }).all.map(({ id }) => id);

test('the last one listed signs, the one before it is known for as long', () => {
  expect(idsOf([first, second])).toEqual([2, 1]);
  const { current } = serverKeysOf({ sessionSecret, deviceKeys: [first, second] });
  const publicKey = createPublicKey({
    key: { kty: 'OKP', crv: 'Ed25519', x: current.publicKey },
    format: 'jwk',
  });
  const text = Buffer.from('x');
  expect(verify(null, text, publicKey, sign(null, text, current.privateKey))).toBe(true);
});

test('secrets from before there were devices have a key all the same, which stays when one is listed', () => {
  expect(idsOf()).toEqual([0]);
  expect(idsOf([])).toEqual([0]);
  expect(idsOf([first])).toEqual([1, 0]);
  const [before, after] = [undefined, [first]].map(
    (deviceKeys) => serverKeysOf({ sessionSecret, deviceKeys }).find(0)?.publicKey,
  );
  expect(before).toHaveLength(43);
  expect(after).toBe(before);
});
