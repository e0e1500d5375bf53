import { randomBytes } from 'node:crypto';

import fc from 'fast-check';

import { KeyRing } from '../../../../api/src/codes/keyRing';
import { newPosterKeyMaterial, posterKeyFromMaterial } from '../../../../api/src/codes/keys';
import {
  issuePosterToken,
  isPosterTokenForm,
  posterSerialMax,
  posterTokenLength,
  readPosterToken,
} from '../../../../api/src/codes/posterToken';

const key = posterKeyFromMaterial(newPosterKeyMaterial(1));
const ring = new KeyRing([key]);
const pointReference = randomBytes(8);
const token = issuePosterToken(key, { pointReference, serial: 7 });
const alphabet = 'ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz0123456789-_';

test('an issued token reads back, and always has 31 characters', () => {
  const identities = fc.record({
    pointReference: fc.uint8Array({ minLength: 8, maxLength: 8 }).map((bytes) => Buffer.from(bytes)),
    serial: fc.integer({ min: 0, max: posterSerialMax }),
  });

  fc.assert(
    fc.property(identities, (identity) => {
      const text = issuePosterToken(key, identity);

      expect(text).toHaveLength(posterTokenLength);
      expect(text).toMatch(/^[A-Za-z0-9_-]{31}$/);
      expect(readPosterToken(ring, text)).toEqual({ ok: true, content: identity });
    }),
  );
});

test('the same poster always has the same token, another serial another one', () => {
  expect(issuePosterToken(key, { pointReference, serial: 7 })).toBe(token);
  expect(issuePosterToken(key, { pointReference, serial: 8 })).not.toBe(token);
});

test('any flipped bit is refused', () => {
  for (let bit = 0; bit < 23 * 8; bit++) {
    const bytes = Buffer.from(token, 'base64url');
    bytes[bit >> 3] = (bytes[bit >> 3] ?? 0) ^ (1 << (bit & 7));

    expect(readPosterToken(ring, bytes.toString('base64url')).ok).toBe(false);
  }
});

test('any other character at any place is refused, the spare bits of the last one included', () => {
  for (let place = 0; place < posterTokenLength; place++) {
    for (const character of [...alphabet].filter((other) => other !== token[place])) {
      const altered = token.slice(0, place) + character + token.slice(place + 1);

      expect(readPosterToken(ring, altered).ok).toBe(false);
    }
  }
});

test.each([
  ['empty', ''],
  ['truncated', token.slice(0, -1)],
  ['lengthened', `${token}A`],
  ['padded', `${token}=`],
  ['standard base64', token.replace(/.$/, '/')],
  ['with a space', ` ${token.slice(1)}`],
])('%s: malformed', (_, text) => {
  expect(readPosterToken(ring, text)).toEqual({ ok: false, failure: 'malformed' });
  expect(isPosterTokenForm(text)).toBe(false);
});

test('a version of the future is malformed here', () => {
  const bytes = Buffer.from(token, 'base64url');
  bytes[0] = 0x21;

  expect(readPosterToken(ring, bytes.toString('base64url'))).toEqual({ ok: false, failure: 'malformed' });
});

test('another key, under the same or another id, refuses', () => {
  const sameId = new KeyRing([posterKeyFromMaterial(newPosterKeyMaterial(1))]);
  const otherId = new KeyRing([posterKeyFromMaterial(newPosterKeyMaterial(2))]);

  expect(readPosterToken(sameId, token)).toEqual({ ok: false, failure: 'forged' });
  expect(readPosterToken(otherId, token)).toEqual({ ok: false, failure: 'unknownKey' });
});

test('posters printed before a key change still read', () => {
  const after = new KeyRing([posterKeyFromMaterial(newPosterKeyMaterial(2)), key]);

  expect(readPosterToken(after, token).ok).toBe(true);
});

test.each([
  ['reference too short', Buffer.alloc(7), 1],
  ['reference too long', Buffer.alloc(9), 1],
  ['serial too big', pointReference, posterSerialMax + 1],
  ['serial negative', pointReference, -1],
])('is not made from a wrong source: %s', (_, reference, serial) => {
  expect(() => issuePosterToken(key, { pointReference: reference, serial })).toThrow(RangeError);
});

test('invented tokens never pass', () => {
  fc.assert(
    fc.property(fc.uint8Array({ minLength: 23, maxLength: 23 }), (bytes) => {
      expect(readPosterToken(ring, Buffer.from(bytes).toString('base64url')).ok).toBe(false);
    }),
    { numRuns: 2_000 },
  );
});
