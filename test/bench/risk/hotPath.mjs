import { percentile } from '../measure/statistics.mjs';

/** What people do in the morning; the shares of the bench of overload, without lists. */
const mix = [
  { load: 'showCode', title: 'show code', share: 60 },
  { load: 'checkIn', title: 'check in at a poster', share: 28 },
  { load: 'door', title: 'door check by staff', share: 12 },
];
const share = 0.3;
const warmUpMs = 3_000;
const patienceMs = 10_000;
const connections = 64;

function total({ paths, seconds }) {
  return Object.values(paths).reduce((sum, { measured }) => sum + measured, 0) / seconds;
}

/** The three busiest paths, at a share of what the server can take. */
export class HotPath {
  rate = 0;

  constructor(generator, server, seconds) {
    this.generator = generator;
    this.server = server;
    this.measureMs = seconds * 1_000;
  }

  #order(rate, measureMs) {
    const { port, pids } = this.server;

    return {
      kind: 'open',
      port,
      mix,
      rate,
      connections,
      patienceMs,
      rampMs: 300,
      measureMs,
      watched: { node: pids },
    };
  }

  /** Requests a second at which every connection is always busy; from then on a share of it is sent. */
  async measureCapacity() {
    await this.generator.measure(this.#order(Infinity, warmUpMs));
    const capacity = total(await this.generator.measure(this.#order(Infinity, this.measureMs)));
    this.rate = capacity * share;

    return capacity;
  }

  /** One stretch at the steady rate. @returns p50, p99, max in ms by path, and what went wrong */
  async measure() {
    const { paths, offered, dropped } = await this.generator.measure(this.#order(this.rate, this.measureMs));
    const each = mix.map(({ load, title }) => {
      const { latency, errors, wrong, samples } = paths[load];

      return { title, ...latency, errors, wrong, samples };
    });

    return { each, offered, dropped };
  }
}

/** Medians over stretches, path by path. */
export function summariseStretches(stretches) {
  return mix.map(({ title }, at) => {
    const own = stretches.map(({ each }) => each[at]);
    const middle = (name) =>
      percentile(
        own.map((one) => one[name]).sort((a, b) => a - b),
        0.5,
      );

    return {
      title,
      p50: middle('p50'),
      p99: middle('p99'),
      max: Math.max(...own.map(({ max }) => max)),
      errors: own.reduce((sum, { errors, wrong }) => sum + errors + wrong, 0),
      samples: own.flatMap(({ samples }) => samples).slice(0, 3),
    };
  });
}
