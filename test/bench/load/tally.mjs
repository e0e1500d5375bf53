import { Latencies } from '../measure/latencies.mjs';

const samplesKept = 3;
const checkedEvery = 16;

function isGood(status) {
  return status >= 200 && status < 300;
}

/** What a measurement counts. Within the window it counts for speed; before and after only for the books. */
export class Tally {
  isMeasuring = false;

  #latencies = new Latencies();

  /** @type {Record<number, number>} */
  #statuses = {};

  #acknowledged = 0;

  #failed = 0;

  #wrong = 0;

  #seen = 0;

  #mute = 0;

  #samples = [];

  /** @param {string} expected what every good answer holds */
  constructor(expected = '') {
    this.expected = expected;
  }

  /** @param {{ status: number, body: string, retryAfter?: boolean } | Error} answer @param {number} ms from the request to its answer */
  take(answer, ms) {
    this.#seen += 1;
    if (answer instanceof Error) {
      this.#failed += 1;
      this.#keep(answer.message);

      return;
    }
    const { status, body, retryAfter } = answer;
    this.#statuses[status] = (this.#statuses[status] ?? 0) + 1;
    if (!isGood(status)) {
      this.#mute += Number(status === 503 && !retryAfter);
      this.#keep(`${status} ${body}`);

      return;
    }
    this.#acknowledged += 1;
    if (this.#seen % checkedEvery === 0 && !body.includes(this.expected)) {
      this.#wrong += 1;
      this.#keep(body);
    }
    if (this.isMeasuring) {
      this.#latencies.add(ms);
    }
  }

  /**
   * `measured` are good answers within the window, `acknowledged` all good ones, `errors` every other answer and every
   * request that got none, `wrong` those of a sample that did not say what was expected, `mute` those 503 that did not
   * say when to come back.
   */
  summary() {
    return {
      measured: this.#latencies.count,
      latency: this.#latencies.summary(),
      acknowledged: this.#acknowledged,
      errors: this.#seen - this.#acknowledged,
      failed: this.#failed,
      wrong: this.#wrong,
      mute: this.#mute,
      statuses: this.#statuses,
      samples: this.#samples,
    };
  }

  #keep(text) {
    if (this.#samples.length < samplesKept) {
      this.#samples.push(text.slice(0, 300));
    }
  }
}
