import { start, stop } from '../../../scripts/lib/children.mjs';
import { Fault } from '../../../scripts/lib/fault.mjs';

/** The load generator, in a process of its own: it takes one order at a time. */
export class Generator {
  #child;

  #settle;

  /** @param {import('../place.mjs').BenchPlace} place */
  static async start(place) {
    const generator = new Generator();
    await generator.#next(() => {
      generator.#child = start(process.execPath, [place.bundles.load, place.crewFile, place.secretsFile], {
        stdio: ['ignore', 'inherit', 'inherit', 'ipc'],
        // JSON knows no Infinity.
        serialization: 'advanced',
      });
      generator.#child.on('message', (message) => generator.#settle?.(message));
      generator.#child.on('exit', () => generator.#settle?.({ fault: 'the load generator ended' }));
    });

    return generator;
  }

  /** Carries out one order; see `load/orders.ts` for their shapes. */
  async measure(order) {
    const { result } = await this.#next(() => this.#child.send(order));

    return result;
  }

  async stop() {
    await stop(this.#child);
  }

  /** Does something, and waits for what the process says next. */
  async #next(work) {
    const said = await new Promise((resolve) => {
      this.#settle = resolve;
      work();
    });
    this.#settle = undefined;
    if (said.fault) {
      throw new Fault(`load generator: ${said.fault}`);
    }

    return said;
  }
}
