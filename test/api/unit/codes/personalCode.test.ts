import { randomBytes } from 'node:crypto';

import fc from 'fast-check';
import qrcode from 'qrcode-generator';

import { KeyRing } from '../../../../api/src/codes/keyRing';
import { codeKeyFromMaterial, newCodeKeyMaterial } from '../../../../api/src/codes/keys';
import {
  clockSkewMs,
  issuePersonalCode,
  personalCodeLength,
  personalCodeLifetimeMs,
  readPersonalCode,
  verifyOffline,
} from '../../../../api/src/codes/personalCode';

const key = codeKeyFromMaterial(newCodeKeyMaterial(1));
const ring = new KeyRing([key]);
const now = Date.UTC(2026, 10, 21, 8, 30);
const reference = randomBytes(8);
const issue = (at = now) => issuePersonalCode(key, { reference, colour: 2, now: at });

/** The code with one bit changed; bits count from the first byte behind the prefix. */
function flipped(text: string, bit: number): string {
  const bytes = Buffer.from(text.slice(4), 'base64url');
  bytes[bit >> 3] = (bytes[bit >> 3] ?? 0) ^ (1 << (bit & 7));

  return `AX1:${bytes.toString('base64url')}`;
}

const anyBit = fc.integer({ min: 0, max: 86 * 8 - 1 });
const colourByte = 17;
const signatureByte = 22;

describe('an issued code', () => {
  test('reads back on the server and offline', () => {
    const sources = fc.record({
      reference: fc.uint8Array({ minLength: 8, maxLength: 8 }).map((bytes) => Buffer.from(bytes)),
      colour: fc.integer({ min: 0, max: 255 }),
      now: fc.integer({ min: 0, max: 4_294_967_295_000 }),
    });

    fc.assert(
      fc.property(sources, (source) => {
        const text = issuePersonalCode(key, source);
        const issuedAt = Math.floor(source.now / 1000) * 1000;
        const shown = { colour: source.colour, issuedAt };

        expect(text).toHaveLength(personalCodeLength);
        expect(verifyOffline(ring, text, source.now)).toEqual({ ok: true, content: shown });
        expect(readPersonalCode(ring, text, source.now)).toEqual({
          ok: true,
          content: { reference: source.reference, ...shown },
        });
      }),
    );
  });

  test('has 119 characters and fits QR version 7 at level M, but no smaller one', () => {
    const encode = (version: 6 | 7) => {
      const qr = qrcode(version, 'M');
      qr.addData(issue(), 'Byte');
      qr.make();

      return qr.getModuleCount();
    };

    expect(issue()).toMatch(/^AX1:[A-Za-z0-9_-]{115}$/);
    expect(encode(7)).toBe(17 + 4 * 7);
    expect(() => encode(6)).toThrow();
  });

  test('links no two showings: blocks and signatures never repeat', () => {
    const texts = Array.from({ length: 500 }, () => issue());
    const blocks = texts.map((text) => text.slice(6, 26));

    expect(new Set(blocks).size).toBe(500);
  });

  test.each([
    ['reference too short', { reference: Buffer.alloc(7), colour: 1, now }],
    ['reference too long', { reference: Buffer.alloc(9), colour: 1, now }],
    ['colour too big', { reference, colour: 256, now }],
    ['colour negative', { reference, colour: -1, now }],
    ['colour no integer', { reference, colour: 1.5, now }],
    ['time without a date', { reference, colour: 1, now: Number.NaN }],
  ])('is not made from a wrong source: %s', (_, source) => {
    expect(() => issuePersonalCode(key, source)).toThrow(RangeError);
  });
});

describe('age', () => {
  const text = issue();

  test.each([
    [0, true],
    [personalCodeLifetimeMs + clockSkewMs - 1, true],
    [-clockSkewMs, true],
  ])('%p ms after issue it is good', (age, ok) => {
    expect(readPersonalCode(ring, text, now + age).ok).toBe(ok);
    expect(verifyOffline(ring, text, now + age).ok).toBe(ok);
  });

  test.each([
    [personalCodeLifetimeMs + clockSkewMs, 'expired'],
    [86_400_000, 'expired'],
    [-clockSkewMs - 1, 'notYetValid'],
  ])('%p ms after issue it is %s', (age, failure) => {
    expect(readPersonalCode(ring, text, now + age)).toEqual({ ok: false, failure });
    expect(verifyOffline(ring, text, now + age)).toEqual({ ok: false, failure });
  });
});

describe('an altered code', () => {
  test('offline, any flipped bit is refused', () => {
    fc.assert(
      fc.property(anyBit, (bit) => {
        expect(verifyOffline(ring, flipped(issue(), bit), now).ok).toBe(false);
      }),
      { numRuns: 300 },
    );
  });

  test('on the server, any flipped bit of header, block or issued time is refused', () => {
    for (let bit = 0; bit < signatureByte * 8; bit++) {
      if (bit >> 3 !== colourByte) {
        expect(readPersonalCode(ring, flipped(issue(), bit), now).ok).toBe(false);
      }
    }
  });

  test('on the server, the sealed block alone says whose it is: the signature behind it is not read', () => {
    const genuine = readPersonalCode(ring, issue(), now);
    expect(genuine.ok).toBe(true);
    for (const byte of [signatureByte, signatureByte + 63]) {
      const altered = flipped(issue(), byte * 8);
      expect(readPersonalCode(ring, altered, now)).toEqual(genuine);
      expect(verifyOffline(ring, altered, now)).toEqual({ ok: false, failure: 'forged' });
    }
  });

  test('on the server, a block that opens to another time is forged', () => {
    const [mine, later] = [issue(), issue(now + 1000)];
    const mixed = Buffer.from(mine.slice(4), 'base64url');
    Buffer.from(later.slice(4), 'base64url').copy(mixed, 18, 18, 22);

    expect(readPersonalCode(ring, `AX1:${mixed.toString('base64url')}`, now)).toEqual({
      ok: false,
      failure: 'forged',
    });
  });

  test('truncated, lengthened, or spelled another way it is malformed', () => {
    const text = issue();
    const spelledOtherwise = [
      text.toLowerCase(),
      text.slice(4),
      ` ${text}`,
      `${text}=`,
      text.replace(/.$/, '/'),
      text.replace(/^AX1/, 'AX2'),
      text.slice(0, -1) + nextCharacter(text.slice(-1)),
    ];

    fc.assert(
      fc.property(fc.integer({ min: 0, max: 118 }), (length) => {
        expect(readPersonalCode(ring, text.slice(0, length), now)).toEqual({
          ok: false,
          failure: 'malformed',
        });
      }),
    );
    for (const other of spelledOtherwise) {
      expect(readPersonalCode(ring, other, now)).toEqual({ ok: false, failure: 'malformed' });
      expect(verifyOffline(ring, other, now)).toEqual({ ok: false, failure: 'malformed' });
    }
  });

  test('any other text is malformed', () => {
    fc.assert(
      fc.property(fc.string({ maxLength: 300, unit: 'binary' }), (text) => {
        expect(readPersonalCode(ring, text, now)).toEqual({ ok: false, failure: 'malformed' });
      }),
    );
  });
});

describe('keys', () => {
  test('an unknown key id is named as such', () => {
    const others = new KeyRing([codeKeyFromMaterial(newCodeKeyMaterial(2))]);

    expect(readPersonalCode(others, issue(), now)).toEqual({ ok: false, failure: 'unknownKey' });
    expect(verifyOffline(others, issue(), now)).toEqual({ ok: false, failure: 'unknownKey' });
  });

  test('another key under the same id refuses', () => {
    const others = new KeyRing([codeKeyFromMaterial(newCodeKeyMaterial(1))]);

    expect(readPersonalCode(others, issue(), now)).toEqual({ ok: false, failure: 'forged' });
    expect(verifyOffline(others, issue(), now)).toEqual({ ok: false, failure: 'forged' });
  });

  test('a replaced key still reads', () => {
    const ringAfterChange = new KeyRing([codeKeyFromMaterial(newCodeKeyMaterial(2)), key]);

    expect(readPersonalCode(ringAfterChange, issue(), now).ok).toBe(true);
  });

  test('public keys alone verify', () => {
    const publicRing = new KeyRing([{ id: key.id, publicKey: key.publicKey }]);

    expect(verifyOffline(publicRing, issue(), now).ok).toBe(true);
  });
});

/** The last character carries two spare bits: its successor decodes to the same bytes. */
function nextCharacter(character: string): string {
  const alphabet = 'ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz0123456789-_';

  return alphabet.charAt(alphabet.indexOf(character) + 1);
}
