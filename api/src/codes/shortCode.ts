import { randomInt } from 'node:crypto';

import { shortCodeAlphabet, shortCodeCheck, shortCodeRandom } from '@anxing/contract/shortCode';

/** A poster's code to type: eight random characters and a check character. Kept by the caller, unique there. */
export function newShortCode(): string {
  const values = Array.from({ length: shortCodeRandom }, () => randomInt(shortCodeAlphabet.length));

  return [...values, shortCodeCheck(values)].map((value) => shortCodeAlphabet.charAt(value)).join('');
}
