const alphabet = '0123456789ABCDEFGHJKLMNPQRTUWXY';
const weights = [1, 3, 9, 27, 19, 26, 16, 17, 20, 29, 25, 13, 8, 24, 10, 30, 28];

/** The eighteenth character of a unified social credit code (GB 32100-2015 §4.6). */
export function creditCodeCheck(first17: string): string {
  const sum = weights.reduce((total, weight, i) => total + weight * alphabet.indexOf(first17.charAt(i)), 0);

  return alphabet.charAt((31 - (sum % 31)) % 31);
}

/** Eighteen characters of the alphabet of GB 32100 (no I, O, S, V, Z). */
export function isCreditCodeForm(text: string): boolean {
  return /^[0-9A-HJ-NP-RTUWXY]{18}$/.test(text);
}

/** Whether the check character fits. Real codes are known that fail: treat as a warning. */
export function creditCodeChecks(text: string): boolean {
  return isCreditCodeForm(text) && creditCodeCheck(text.slice(0, 17)) === text[17];
}
