import { showingOf } from './offline.mjs';

/**
 * What the gate has opened for, each way, as long as it is good: nobody compares a face here, so that it must not open
 * once more for a photo. What is shown again as it is, numbers and the like, is not kept.
 */
export class Showings {
  #ends = new Map();

  /** @param {{ object: string, direction?: 'in' | 'out' }} scan @param {number} now ms by the server's clock */
  async has(scan, now) {
    const showing = await showingOf(scan.object);

    return showing !== undefined && this.#isKept(scan, showing, now);
  }

  /** @returns whether the gate may open: false when it has opened for this one already */
  async use(scan, now) {
    const showing = await showingOf(scan.object);
    if (!showing) {
      return true;
    }
    if (this.#isKept(scan, showing, now)) {
      return false;
    }
    this.#dropEnded(now);
    this.#ends.set(this.#nameOf(scan, showing), showing.until);

    return true;
  }

  #nameOf({ direction = 'in' }, { name }) {
    return `${direction} ${name}`;
  }

  #isKept(scan, showing, now) {
    return (this.#ends.get(this.#nameOf(scan, showing)) ?? 0) > now;
  }

  #dropEnded(now) {
    for (const [name, until] of this.#ends) {
      if (until <= now) {
        this.#ends.delete(name);
      }
    }
  }
}
