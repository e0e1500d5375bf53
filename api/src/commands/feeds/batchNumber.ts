import { randomInt } from 'node:crypto';

/** Numbers in a millisecond; the product stays exact in a double until 2039. */
const perMs = 4096;

let last = 0;

/** A number for a batch: later ones are higher, and no table needs to count. @param now ms */
export function newBatchNumber(now: number): number {
  const number = Math.floor(now) * perMs + randomInt(perMs);
  // Two of one process within a millisecond do not meet.
  last = Math.floor(last / perMs) === Math.floor(now) ? last + 1 : number;

  return last;
}
