/**
 * Decodes unpadded base64url (RFC 4648 §5) of exactly `size` bytes.
 * Only the one canonical text of these bytes is accepted: the spare bits of the last character must be zero
 * (RFC 4648 §3.5), so that a code has one spelling and a changed character is always noticed.
 * @returns undefined for anything else
 */
export function bytesOfCanonical(text: string, size: number): Buffer | undefined {
  if (text.length !== Math.ceil((size * 8) / 6)) {
    return undefined;
  }
  const bytes = Buffer.from(text, 'base64url');

  return bytes.length === size && bytes.toString('base64url') === text ? bytes : undefined;
}
