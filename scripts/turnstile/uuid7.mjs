import { randomBytes } from 'node:crypto';

let last = 0;

/** A UUIDv7 (RFC 9562): its first 48 bits are the time in ms. Those of one turnstile count up, also within one ms. */
export function uuid7(now) {
  last = Math.max(Math.floor(now), last + 1);
  const bytes = randomBytes(16);
  bytes.writeUIntBE(last, 0, 6);
  bytes[6] = 0x70 | (bytes[6] & 0x0f);
  bytes[8] = 0x80 | (bytes[8] & 0x3f);
  const hex = bytes.toString('hex');

  return [hex.slice(0, 8), hex.slice(8, 12), hex.slice(12, 16), hex.slice(16, 20), hex.slice(20)].join('-');
}
