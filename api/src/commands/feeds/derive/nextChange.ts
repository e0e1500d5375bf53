/** The next moment at which what is derived changes by itself, without anything new. */
export class NextChange {
  private earliest = Infinity;

  /** @param now ms */
  constructor(readonly now: number) {}

  /** ms; null or Infinity for what does not end. */
  note(at: number | null): void {
    if (at !== null && at > this.now) {
      this.earliest = Math.min(this.earliest, at);
    }
  }

  /** ms; undefined when nothing is to come. */
  get at(): number | undefined {
    return Number.isFinite(this.earliest) ? this.earliest : undefined;
  }
}
