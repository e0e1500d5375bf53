/**
 * Masked forms for screens. The first two and last three characters of a document at most: where six and four are
 * shown, only some 3,300 numbers remain to be tried.
 */

export function maskName(name: string): string {
  const characters = [...name];
  if (characters.length <= 1) {
    return '*';
  }

  return characters.length === 2
    ? `*${characters[1]}`
    : `${'*'.repeat(Math.min(characters.length - 1, 3))}${characters.at(-1)}`;
}

export function maskIdNumber(idNumber: string): string {
  return idNumber.length < 8 ? '*****' : `${idNumber.slice(0, 2)}*****${idNumber.slice(-3)}`;
}

export function maskPhone(phone: string): string {
  return phone.length < 8 ? '*****' : `${phone.slice(0, 3)}****${phone.slice(-4)}`;
}
