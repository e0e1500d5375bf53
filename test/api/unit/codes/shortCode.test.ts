import fc from 'fast-check';

import { groupShortCode, normaliseShortCode, shortCodeLength } from '@anxing/contract/shortCode';

import { newShortCode } from '../../../../api/src/codes/shortCode';

const alphabet = [...'0123456789ABCDEFGHJKMNPQRSTVWXYZ'];
const samples = Array.from({ length: 100 }, () => newShortCode());

test('a new code has nine characters that nobody misreads, and is canonical', () => {
  for (const code of samples) {
    expect(code).toMatch(/^[0-9A-HJKMNP-TV-Z]{9}$/);
    expect(code).toHaveLength(shortCodeLength);
    expect(normaliseShortCode(code)).toBe(code);
  }
});

test('codes do not repeat', () => {
  expect(new Set(Array.from({ length: 5_000 }, () => newShortCode())).size).toBe(5_000);
});

test('every single wrong character is noticed', () => {
  for (const code of samples) {
    for (let place = 0; place < shortCodeLength; place++) {
      for (const character of alphabet.filter((other) => other !== code[place])) {
        expect(normaliseShortCode(code.slice(0, place) + character + code.slice(place + 1))).toBeUndefined();
      }
    }
  }
});

test('every swap of two characters, neighbours or not, is noticed', () => {
  for (const code of samples) {
    for (let a = 0; a < shortCodeLength; a++) {
      for (let b = a + 1; b < shortCodeLength; b++) {
        const characters = [...code];
        characters[a] = code.charAt(b);
        characters[b] = code.charAt(a);

        expect(normaliseShortCode(characters.join(''))).toBe(code[a] === code[b] ? code : undefined);
      }
    }
  }
});

test('typed carelessly, it is still understood', () => {
  for (const code of samples) {
    const careless = groupShortCode(code).toLowerCase().replace(/0/g, 'o').replace(/1/g, 'l');

    expect(normaliseShortCode(` ${careless} `)).toBe(code);
    expect(normaliseShortCode(code.replace(/1/g, 'I').replace(/(...)/g, '$1 '))).toBe(code);
  }
});

test('full-width characters of a Chinese keyboard are understood', () => {
  const [code = ''] = samples;
  const wide = [...code].map((character) => String.fromCharCode(character.charCodeAt(0) + 0xfee0)).join('');

  expect(normaliseShortCode(wide)).toBe(code);
});

test('is printed 3-3-3', () => {
  expect(groupShortCode('ABC123XYZ')).toBe('ABC-123-XYZ');
});

test('other texts are refused without a throw', () => {
  fc.assert(
    fc.property(fc.string({ unit: 'binary', maxLength: 60 }), (text) => {
      const code = normaliseShortCode(text);

      expect(code === undefined || code.length === shortCodeLength).toBe(true);
    }),
  );
  expect(normaliseShortCode('')).toBeUndefined();
  expect(normaliseShortCode('UUUUUUUUU')).toBeUndefined();
  expect(normaliseShortCode('9'.repeat(1_000_000))).toBeUndefined();
});
