/** Guards against mistakes of the program, not of people: what is issued must fit its field. */

/** @throws RangeError unless `value` is an integer of 0–max */
export function assertInteger(value: number, max: number, what: string): void {
  if (!Number.isInteger(value) || value < 0 || value > max) {
    throw new RangeError(`${what} ${value} is outside 0–${max}`);
  }
}

/** @throws RangeError unless there are exactly `size` bytes */
export function assertBytes(bytes: Uint8Array, size: number, what: string): void {
  if (bytes.length !== size) {
    throw new RangeError(`${what} must have ${size} bytes, not ${bytes.length}`);
  }
}
