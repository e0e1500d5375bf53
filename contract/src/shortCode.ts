/** Crockford's base 32 (crockford.com/base32.html): no I, L, O or U, which people misread. */
export const shortCodeAlphabet = '0123456789ABCDEFGHJKMNPQRSTVWXYZ';
/** Characters that are drawn; one more checks them. */
export const shortCodeRandom = 8;
export const shortCodeLength = shortCodeRandom + 1;
const groupSize = 3;

/** Doubling in GF(32) with x⁵ + x² + 1, whose element 2 has order 31. */
function double(value: number): number {
  const shifted = value << 1;

  return shifted & 0b100000 ? shifted ^ 0b100101 : shifted;
}

/**
 * A parity check over GF(32): character i counts with weight 2^(distance from the end). The weights of all places
 * differ, so every wrong character and every swap of two characters, neighbours or not, changes the sum
 * (the argument of Reed and Solomon 1960, with one check symbol).
 */
function weightedSum(values: readonly number[]): number {
  return values.reduce((sum, value) => double(sum) ^ value, 0);
}

/** The character that makes a code of the given ones whole. */
export function shortCodeCheck(values: readonly number[]): number {
  return double(weightedSum(values));
}

/**
 * A short code as typed by a person: any case, spaces, hyphens, full-width letters, O for 0, I and L for 1.
 * @returns the canonical nine characters, or undefined when form or check character are wrong
 */
export function normaliseShortCode(text: string): string | undefined {
  const code = text.slice(0, 40).normalize('NFKC').toUpperCase().replace(/[\s-]/g, '');
  const canonical = code.replace(/O/g, '0').replace(/[IL]/g, '1');
  const values = [...canonical].map((character) => shortCodeAlphabet.indexOf(character));
  if (values.length !== shortCodeLength || values.includes(-1)) {
    return undefined;
  }

  return weightedSum(values) === 0 ? canonical : undefined;
}

/** As printed: 3-3-3. */
export function groupShortCode(code: string): string {
  const groups = code.match(new RegExp(`.{1,${groupSize}}`, 'g')) ?? [];

  return groups.join('-');
}
