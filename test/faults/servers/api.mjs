import { closeSync, openSync, readFileSync } from 'node:fs';
import { setTimeout as sleep } from 'node:timers/promises';

import { apiProgram } from '../../../scripts/lib/apiProgram.mjs';
import { start, stop } from '../../../scripts/lib/children.mjs';
import { Fault } from '../../../scripts/lib/fault.mjs';
import { tail } from '../../../scripts/lib/format.mjs';
import { freePort } from '../../../scripts/lib/port.mjs';
import { root } from '../../../scripts/lib/root.mjs';
import { isRunning, kill } from './program.mjs';

const patienceMs = 60_000;

async function isReady(port) {
  try {
    return (await fetch(`http://127.0.0.1:${port}/readyz`)).ok;
  } catch {
    return false;
  }
}

/** One built API process at an address that stays the same. */
export class ApiServer {
  #child;

  #environment;

  #log;

  static async create(environment, log) {
    const server = new ApiServer();
    server.#environment = environment;
    server.#log = log;
    server.port = await freePort();

    return server;
  }

  /** Starts it, and waits until it is ready to serve. */
  async start() {
    const output = openSync(this.#log, 'a');
    this.#child = start(process.execPath, apiProgram('serve'), {
      cwd: root,
      env: { ...this.#environment, PORT: String(this.port) },
      stdio: ['ignore', output, output],
    });
    closeSync(output);
    const until = Date.now() + patienceMs;
    while (!(await isReady(this.port))) {
      if (Date.now() > until || !isRunning(this.#child)) {
        throw new Fault(`the API did not start\n${tail(readFileSync(this.#log, 'utf8'))}`);
      }
      await sleep(25);
    }
  }

  get isRunning() {
    return isRunning(this.#child);
  }

  kill() {
    return kill(this.#child);
  }

  /** From now on it answers nothing, and knows of no time that passes. */
  freeze() {
    this.#child.kill('SIGSTOP');
  }

  thaw() {
    this.#child.kill('SIGCONT');
  }

  async stop() {
    if (this.isRunning) {
      await stop(this.#child, 30_000);
    }
  }
}
