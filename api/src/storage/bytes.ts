/** A binary value of a row: the drivers give it as Buffer or as ArrayBuffer. */
export function bytesOf(value: unknown): Buffer {
  return Buffer.from(value as Uint8Array);
}

/** A key as it goes into the next statement: text stays text. */
export function keyOf(value: unknown): string | Buffer {
  return typeof value === 'string' ? value : bytesOf(value);
}
