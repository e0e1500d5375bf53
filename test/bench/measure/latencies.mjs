import { percentile } from './statistics.mjs';

/** Every latency of a measurement, in whole µs: percentiles are exact, and no array of objects is grown meanwhile. */
export class Latencies {
  #values = new Uint32Array(65_536);

  #count = 0;

  get count() {
    return this.#count;
  }

  /** @param {number} ms */
  add(ms) {
    if (this.#count === this.#values.length) {
      const larger = new Uint32Array(this.#values.length * 2);
      larger.set(this.#values);
      this.#values = larger;
    }
    this.#values[this.#count] = Math.round(ms * 1000);
    this.#count += 1;
  }

  /** Percentiles in ms, by name. */
  summary() {
    const sorted = this.#values.subarray(0, this.#count).sort();
    const at = (share) => percentile(sorted, share) / 1000;

    return { p50: at(0.5), p90: at(0.9), p99: at(0.99), max: at(1) };
  }
}
