/** Characters that are kept for a bus that is away: minutes of a busy process. */
const sizeMax = 4_000_000;

/** News that is not certain to have gone out, in its order. */
export class BusOutbox {
  private told = 0;

  private size = 0;

  private readonly kept = new Map<number, string>();

  /** How much there was to tell so far, sent or not. */
  get count(): number {
    return this.told;
  }

  get isEmpty(): boolean {
    return this.kept.size === 0;
  }

  /**
   * Keeps one more. When it is too much everything is dropped: the count goes on, and by it the others notice what they
   * have missed.
   * @returns its number
   */
  add(text: string): number {
    this.told += 1;
    this.kept.set(this.told, text);
    this.size += text.length;
    if (this.size > sizeMax) {
      this.clear();
    }

    return this.told;
  }

  /** Counts one that nobody gets. */
  skip(): void {
    this.told += 1;
    this.clear();
  }

  /** It has gone out. */
  settle(nth: number): void {
    this.size -= this.kept.get(nth)?.length ?? 0;
    this.kept.delete(nth);
  }

  /** What is to be sent again. */
  entries(): [nth: number, text: string][] {
    return [...this.kept];
  }

  private clear(): void {
    this.kept.clear();
    this.size = 0;
  }
}
