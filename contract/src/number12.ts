/**
 * Damm's quasigroup of order 10: H. M. Damm, Total anti-symmetrische Quasigruppen, Marburg 2004, p. 111.
 * Its check digit notices every wrong digit and every swap of neighbours.
 */
const quasigroup = [
  [0, 3, 1, 7, 5, 9, 8, 6, 4, 2],
  [7, 0, 9, 2, 1, 5, 4, 8, 6, 3],
  [4, 2, 0, 6, 8, 7, 1, 3, 5, 9],
  [1, 7, 5, 0, 9, 8, 3, 4, 2, 6],
  [6, 1, 2, 3, 0, 4, 5, 9, 7, 8],
  [3, 6, 7, 4, 2, 0, 9, 5, 8, 1],
  [5, 8, 6, 9, 7, 2, 0, 1, 3, 4],
  [8, 9, 4, 5, 3, 6, 2, 0, 1, 7],
  [9, 4, 3, 8, 6, 1, 7, 2, 0, 5],
  [2, 5, 8, 1, 4, 3, 6, 7, 9, 0],
] as const;

/** The check digit of a row of digits; 0 for a row that already ends in its own. */
export function checkDigit(digits: string): number {
  let interim = 0;
  for (const digit of digits) {
    interim = quasigroup[interim]?.[Number(digit)] ?? 0;
  }

  return interim;
}

export function isNumber12(text: string): boolean {
  return /^[0-9]{12}$/.test(text) && checkDigit(text) === 0;
}

/** A number as typed or read out, with spaces or hyphens; undefined when the check digit or the form is wrong. */
export function normaliseNumber(text: string): string | undefined {
  const digits = text.slice(0, 40).normalize('NFKC').replace(/[\s-]/g, '');

  return isNumber12(digits) ? digits : undefined;
}

/** As shown to people: 4-4-4. */
export function groupNumber(number: string): string {
  return `${number.slice(0, 4)} ${number.slice(4, 8)} ${number.slice(8)}`;
}
