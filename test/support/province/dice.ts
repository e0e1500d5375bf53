/** A number of 32 bits in which every bit of the given ones shows (murmur3's finaliser). */
function mixed(value: number): number {
  let mix = value;
  mix = Math.imul(mix ^ (mix >>> 16), 0x85ebca6b);
  mix = Math.imul(mix ^ (mix >>> 13), 0xc2b2ae35);

  return (mix ^ (mix >>> 16)) >>> 0;
}

function numberOf(text: string): number {
  let number = 0x811c9dc5;
  for (let at = 0; at < text.length; at += 1) {
    number = Math.imul(number ^ text.charCodeAt(at), 0x01000193);
  }

  return number >>> 0;
}

/** Chances that depend on the seed, on what they are for and on a count: nothing has to be drawn in order, or kept. */
export class Dice {
  private readonly base: number;

  constructor(seed: number, purpose: string) {
    this.base = mixed(mixed(seed) ^ numberOf(purpose));
  }

  /** At least 0, less than `below`; the same for the same `index`. */
  roll(index: number, below: number): number {
    const high = Math.floor(index / 0x1_0000_0000);

    return Math.floor((mixed(mixed(index ^ this.base) + high) / 0x1_0000_0000) * below);
  }

  pick<T>(index: number, from: readonly T[]): T {
    return from[this.roll(index, from.length)] as T;
  }

  /** Whether something happens that happens so often (0 to 1). */
  happens(index: number, share: number): boolean {
    return this.roll(index, 1_000_000) < share * 1_000_000;
  }
}
