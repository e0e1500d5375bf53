import { randomInt } from 'node:crypto';

import { checkDigit } from '@anxing/contract/number12';

const randomDigits = 11;

/** Eleven random digits and their check digit. */
export function newNumber(): string {
  const digits = String(randomInt(10 ** randomDigits)).padStart(randomDigits, '0');

  return `${digits}${checkDigit(digits)}`;
}
