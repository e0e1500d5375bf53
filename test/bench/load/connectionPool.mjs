import { setTimeout as sleep } from 'node:timers/promises';

import { Connection } from './connection.mjs';

/** So many handshakes at once: a server's queue of new connections is short. */
const openedAtOnce = 100;

/** Connections that carry one request each; one that breaks, or whose answer is late, is replaced. */
export class ConnectionPool {
  #free = [];

  /** In the order of sending: the first is the first to be late. */
  #waiting = [];

  #busy = 0;

  #isClosed = false;

  constructor(port, patienceMs) {
    this.port = port;
    this.patienceMs = patienceMs;
  }

  static async open(port, count, patienceMs) {
    const pool = new ConnectionPool(port, patienceMs);
    for (let opened = 0; opened < count; opened += openedAtOnce) {
      const batch = Array.from({ length: Math.min(openedAtOnce, count - opened) }, () =>
        Connection.open(port),
      );
      pool.#free.push(...(await Promise.all(batch)));
    }

    return pool;
  }

  /** Whether one is free and still open; what the server closed meanwhile is replaced. */
  get hasFree() {
    while (this.#free.length > 0 && !this.#free.at(-1).isOpen) {
      this.#free.pop();
      void this.#replace();
    }

    return this.#free.length > 0;
  }

  /** Sends on a free connection; `done` gets the answer or an Error, once. */
  send(request, done) {
    const connection = this.#free.pop();
    const entry = { connection, sentAt: performance.now(), isDone: false };
    this.#busy += 1;
    this.#waiting.push(entry);
    connection.send(request, (answer) => {
      entry.isDone = true;
      this.#busy -= 1;
      if (connection.isOpen) {
        this.#free.push(connection);
      } else {
        void this.#replace();
      }
      done(answer);
    });
  }

  /** Gives up on whatever has waited too long. */
  endLate(now = performance.now()) {
    let settled = 0;
    for (const { connection, sentAt, isDone } of this.#waiting) {
      if (!isDone && now - sentAt < this.patienceMs) {
        break;
      }
      settled += 1;
      if (!isDone) {
        connection.close(new Error('late'));
      }
    }
    this.#waiting.splice(0, settled);
  }

  /** Waits for what is under way, at most so long, and closes everything. */
  async finish(graceMs) {
    this.#isClosed = true;
    const until = performance.now() + graceMs;
    while (this.#busy > 0 && performance.now() < until) {
      await sleep(20);
      this.endLate();
    }
    this.#waiting.forEach(({ connection }) => connection.close(new Error('late')));
    this.#free.forEach((connection) => connection.close());
  }

  async #replace() {
    while (!this.#isClosed) {
      try {
        this.#free.push(await Connection.open(this.port));

        return;
      } catch {
        await sleep(100);
      }
    }
  }
}
