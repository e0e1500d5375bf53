/** An instant by two clocks: one that nobody sets, and one that goes on while the machine sleeps. Both in ms. */
export interface Instant {
  steady: number;
  wall: number;
}

export function now(): Instant {
  return { steady: performance.now(), wall: Date.now() };
}

/** How much of the length is not relied on: other machines' clocks may be a little faster. */
const margin = 0.1;

/** The time for which a lease is good without a word from the database. */
export class LeaseTime {
  private until: Instant = { steady: -Infinity, wall: -Infinity };

  constructor(private readonly lengthMs: number) {}

  isRunning(): boolean {
    return performance.now() < this.until.steady && Date.now() < this.until.wall;
  }

  /** @param since when the database was asked, not when it answered */
  extend({ steady, wall }: Instant): void {
    const sure = this.lengthMs * (1 - margin);
    this.until = { steady: steady + sure, wall: wall + sure };
  }
}
