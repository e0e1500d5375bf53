const alphabet = 'ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz0123456789-_';
const values = new Map([...alphabet].map((character, value) => [character, value]));

/**
 * Decodes unpadded base64url (RFC 4648 §5) of exactly `size` bytes. Only the one canonical text of these bytes is
 * accepted: the spare bits of the last character are zero (§3.5).
 */
export function bytesOfBase64url(text: string, size: number): Uint8Array | undefined {
  if (text.length !== Math.ceil((size * 8) / 6)) {
    return undefined;
  }
  const bytes = new Uint8Array(size);
  let [held, bits, at] = [0, 0, 0];
  for (const character of text) {
    const value = values.get(character);
    if (value === undefined) {
      return undefined;
    }
    held = (held << 6) | value;
    bits += 6;
    if (bits >= 8) {
      bits -= 8;
      bytes[at] = (held >> bits) & 0xff;
      at += 1;
    }
    held &= (1 << bits) - 1;
  }

  return held === 0 ? bytes : undefined;
}

export function base64urlOf(bytes: Uint8Array): string {
  let text = '';
  for (let at = 0; at < bytes.length; at += 3) {
    const [one = 0, two = 0, three = 0] = bytes.subarray(at, at + 3);
    const group = (one << 16) | (two << 8) | three;
    const characters = [18, 12, 6, 0].map((shift) => alphabet.charAt((group >> shift) & 63)).join('');
    text += characters.slice(0, Math.min(4, bytes.length - at + 1));
  }

  return text;
}
