import { randomBytes, randomInt } from 'node:crypto';

import { makeUuid7 } from '@anxing/contract/uuid7';

let lastTime = 0;
let lastCount = 0;

/** Ids of one millisecond count up in the twelve bits behind the time (RFC 9562 §6.2, method 1). */
function countWithin(now: number): number {
  lastCount = now === lastTime ? lastCount + 1 : randomInt(0x800);
  lastTime = now;

  return lastCount & 0xfff;
}

/** A new UUIDv7 for the instant `now` (ms); those of one process sort in the order of making. */
export function newId(now: number): string {
  const random = randomBytes(10);
  const count = countWithin(Math.floor(now));
  random.writeUInt8(count >> 4, 0);
  random.writeUInt8(((count & 0xf) << 4) | (random.readUInt8(1) & 0xf), 1);

  return makeUuid7(now, random);
}

/** Ids begin with their time: whatever is older than `at` (ms) lies before this one. */
export function firstIdOf(at: number): string {
  return makeUuid7(at, new Uint8Array(10));
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
