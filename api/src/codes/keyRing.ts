import { assertInteger } from './ranges';

/** Key ids share one byte with the format's version, four bits each. */
export const keyIdMax = 15;

/** The keys in force: the first one issues, all of them read, so that a key can be replaced without a gap. */
export class KeyRing<Key extends { id: number }> {
  readonly current: Key;
  private readonly keys: ReadonlyMap<number, Key>;

  /** @throws RangeError when there is no key, an id is outside 0–15, or two keys share an id */
  constructor(keys: readonly Key[]) {
    const [current] = keys;
    if (current === undefined) {
      throw new RangeError('a key ring needs at least one key');
    }
    keys.forEach(({ id }) => assertKeyId(id));
    this.current = current;
    this.keys = new Map(keys.map((key) => [key.id, key]));
    if (this.keys.size !== keys.length) {
      throw new RangeError('two keys of a ring share an id');
    }
  }

  /** The one that issues first. */
  get all(): Key[] {
    return [...this.keys.values()];
  }

  find(id: number): Key | undefined {
    return this.keys.get(id);
  }
}

/** @throws RangeError when the id does not fit its four bits */
export function assertKeyId(id: number): void {
  assertInteger(id, keyIdMax, 'key id');
}

/** The first byte of every format: version in the high half, key id in the low one. */
export function headerByte(version: number, keyId: number): number {
  return (version << 4) | keyId;
}

export function splitHeader(byte: number): { version: number; keyId: number } {
  return { version: byte >> 4, keyId: byte & 0x0f };
}
