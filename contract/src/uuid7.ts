const pattern = /^[0-9a-f]{8}-[0-9a-f]{4}-7[0-9a-f]{3}-[89ab][0-9a-f]{3}-[0-9a-f]{12}$/;

/** A lower-case UUID of version 7 (RFC 9562 §5.7). */
export function isUuid7(text: string): boolean {
  return pattern.test(text);
}

/** The instant inside a UUIDv7, in ms since 1970. */
export function timeOfUuid7(id: string): number {
  return Number.parseInt(id.slice(0, 8) + id.slice(9, 13), 16);
}

/**
 * Makes a UUIDv7 (RFC 9562 §5.7).
 * @param now ms since 1970
 * @param random ten random bytes, from a cryptographic source where there is one
 */
export function makeUuid7(now: number, random: Uint8Array): string {
  const time = Math.floor(now).toString(16).padStart(12, '0');
  const hex = Array.from(random.slice(0, 10), (byte) => byte.toString(16).padStart(2, '0')).join('');
  const variant = ((Number.parseInt(hex.slice(3, 5), 16) & 0x3f) | 0x80).toString(16).padStart(2, '0');

  return [
    time.slice(0, 8),
    time.slice(8, 12),
    `7${hex.slice(0, 3)}`,
    `${variant}${hex.slice(5, 7)}`,
    hex.slice(7, 19).padEnd(12, '0'),
  ].join('-');
}
