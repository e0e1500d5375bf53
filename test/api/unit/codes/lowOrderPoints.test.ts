import { generateKeyPairSync } from 'node:crypto';

import { publicKeyFromText, publicKeyText } from '../../../../api/src/codes/ed25519Text';

const p = 2n ** 255n - 19n;

function power(base: bigint, exponent: bigint): bigint {
  if (exponent === 0n) {
    return 1n;
  }
  const half = power((base * base) % p, exponent / 2n);

  return exponent % 2n === 0n ? half : (half * base) % p;
}

const d = ((p - 121665n) * power(121666n, p - 2n)) % p;

function read(hex: string): bigint {
  return BigInt(`0x${Buffer.from(hex, 'hex').reverse().toString('hex')}`);
}

function textOf(y: bigint, sign: 0 | 1): string {
  const bytes = Buffer.from(y.toString(16).padStart(64, '0'), 'hex').reverse();
  bytes[31] = (bytes[31] ?? 0) | (sign << 7);

  return bytes.toString('base64url');
}

const order8 = [
  read('26e8958fc2b227b045c3f489f2ef98f0d5dfac05d3c63339b13802886d53fc05'),
  read('c7176a703d4dd84fba3c0b760d10670f2a2053fa2c39ccc64ec7fd7792ac037a'),
];

test('twice a point of order 8 has y = 0, which is d·y⁴ + 2y² = 1 on this curve', () => {
  const found = order8.map((y) => (d * power(y, 4n) + 2n * power(y, 2n)) % p);
  expect(found).toEqual([1n, 1n]);
  expect((order8[0] ?? 0n) + (order8[1] ?? 0n)).toBe(p);
});

test('no point of low order is a key, in whichever encoding', () => {
  const ys = [0n, 1n, p - 1n, p, p + 1n, ...order8];
  const keys = ys.flatMap((y) => [publicKeyFromText(textOf(y, 0)), publicKeyFromText(textOf(y, 1))]);
  expect(keys).toEqual(Array.from({ length: 14 }, () => undefined));
});

test('a key that somebody made is one', () => {
  const { publicKey } = generateKeyPairSync('ed25519');
  expect(publicKeyFromText(publicKeyText(publicKey))?.equals(publicKey)).toBe(true);
});
