/**
 * When requests are due, at a steady rate from `since` on, whatever becomes of the earlier ones.
 * A rate of Infinity has one due at every moment.
 */
export class Arrivals {
  #handled = 0;

  /** @param {number} rate per second @param {number} since ms, by the same clock as `now` later */
  constructor(rate, since) {
    this.rate = rate;
    this.since = since;
  }

  /** How many are due at `now` and were neither sent nor dropped. */
  due(now) {
    return this.rate === Infinity
      ? Infinity
      : Math.floor(((now - this.since) / 1000) * this.rate) - this.#handled;
  }

  /** Takes `count` of those that are due: they were sent, or found no way. */
  take(count = 1) {
    this.#handled += count;
  }
}

/**
 * Which kind comes next, so that after any number of turns each kind has had its share of them, to within one.
 * @param {readonly { share: number }[]} kinds shares of any size
 * @returns {() => number} the index of the next kind
 */
export function byShares(kinds) {
  const whole = kinds.reduce((sum, { share }) => sum + share, 0);
  const credit = kinds.map(() => 0);

  return () => {
    kinds.forEach(({ share }, at) => (credit[at] += share / whole));
    const next = credit.indexOf(Math.max(...credit));
    credit[next] -= 1;

    return next;
  };
}
