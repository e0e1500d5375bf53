/** A mainland mobile number: 11 digits that begin with 13 to 19. */
export function isPhone(text: string): boolean {
  return /^1[3-9]\d{9}$/.test(text);
}
