import { randomBytes } from 'node:crypto';

import { makeUuid7 } from '@anxing/contract/uuid7';

/** A new UUIDv7 for the instant `now` (ms). */
export function newId(now: number): string {
  return makeUuid7(now, randomBytes(10));
}

/** The 16 bytes of a UUID, for BINARY(16) columns. */
export function idToBytes(id: string): Buffer {
  return Buffer.from(id.replaceAll('-', ''), 'hex');
}

/** The UUID in 16 bytes, in lower case with hyphens. */
export function idFromBytes(bytes: Uint8Array): string {
  const hex = Buffer.from(bytes).toString('hex');

  return [hex.slice(0, 8), hex.slice(8, 12), hex.slice(12, 16), hex.slice(16, 20), hex.slice(20)].join('-');
}
