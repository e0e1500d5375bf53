/** What is wrong with an 18-digit resident ID number. */
export type IdNumberFault = 'format' | 'province' | 'date' | 'checksum';

const weights = [7, 9, 10, 5, 8, 4, 2, 1, 6, 3, 7, 9, 10, 5, 8, 4, 2];
const checkCharacters = '10X98765432';

/** First two digits in use: GB/T 2260 provinces, and 81–83 for residents of Hong Kong, Macao and Taiwan. */
const provinces = new Set(
  (
    '11 12 13 14 15 21 22 23 31 32 33 34 35 36 37 41 42 43 44 45 46 ' +
    '50 51 52 53 54 61 62 63 64 65 71 81 82 83 91'
  ).split(' '),
);

/** The eighteenth character for seventeen digits (GB 11643-1999 §4, ISO 7064 MOD 11-2). */
export function idNumberCheck(first17: string): string {
  const sum = weights.reduce((total, weight, i) => total + weight * Number(first17[i]), 0);

  return checkCharacters.charAt(sum % 11);
}

/** Trims, and writes the check character as a capital. */
export function normaliseIdNumber(text: string): string {
  return text.trim().toUpperCase();
}

function daysIn(year: number, month: number): number {
  if (month === 2) {
    return (year % 4 === 0 && year % 100 !== 0) || year % 400 === 0 ? 29 : 28;
  }

  return month === 4 || month === 6 || month === 9 || month === 11 ? 30 : 31;
}

/** The birth date as YYYY-MM-DD, or undefined when it is not a day of the calendar. */
export function birthDateOf(idNumber: string): string | undefined {
  const [year, month, day] = [idNumber.slice(6, 10), idNumber.slice(10, 12), idNumber.slice(12, 14)];
  const isReal =
    /^\d{8}$/.test(year + month + day) &&
    Number(year) >= 1900 &&
    Number(month) >= 1 &&
    Number(month) <= 12 &&
    Number(day) >= 1 &&
    Number(day) <= daysIn(Number(year), Number(month));

  return isReal ? `${year}-${month}-${day}` : undefined;
}

/**
 * Checks a resident ID number by GB 11643-1999: form, province, birth date, check character.
 * An unknown county is accepted, since counties come and go.
 * @param today YYYY-MM-DD; a birth date after it is refused
 * @returns the first fault, or undefined when there is none
 */
export function idNumberFault(text: string, today: string): IdNumberFault | undefined {
  if (!/^\d{17}[\dX]$/.test(text)) {
    return 'format';
  }
  if (!provinces.has(text.slice(0, 2))) {
    return 'province';
  }
  const birth = birthDateOf(text);
  if (birth === undefined || birth > today) {
    return 'date';
  }

  return idNumberCheck(text) === text[17] ? undefined : 'checksum';
}

/** Full years between a birth date and a day, both YYYY-MM-DD. */
export function ageOn(birth: string, day: string): number {
  const years = Number(day.slice(0, 4)) - Number(birth.slice(0, 4));

  return day.slice(5) < birth.slice(5) ? years - 1 : years;
}
