import { mkdirSync } from 'node:fs';
import path from 'node:path';

import { freePort } from '../../../scripts/lib/port.mjs';
import { installMariadb, runMariadb } from '../../../scripts/testing/mariadb.mjs';
import { BooksInMariadb } from '../books/booksInMariadb.mjs';
import { isRunning, kill } from './program.mjs';

const name = 'anxing';

/** A MariaDB of our own that may be killed, frozen and started again: its data stay, and so does its address. */
export class MariadbServer {
  #server;

  #log;

  /** @param {string[]} more settings, stronger than the usual ones */
  static async create(folder, log, more = []) {
    const mariadb = new MariadbServer();
    mariadb.#log = log;
    mariadb.folder = folder;
    mariadb.more = more;
    mkdirSync(path.join(folder), { recursive: true });
    await installMariadb(folder, log);
    mariadb.port = await freePort();
    await mariadb.start();
    await mariadb.#createDatabase();

    return mariadb;
  }

  get url() {
    return `mysql://root@127.0.0.1:${this.port}/${name}`;
  }

  get books() {
    return new BooksInMariadb(this.url);
  }

  get isRunning() {
    return isRunning(this.#server);
  }

  async start() {
    this.#server = await runMariadb(this.folder, this.port, { log: this.#log, more: this.more });
  }

  kill() {
    return kill(this.#server);
  }

  /** From now on it keeps its connections and takes new ones, but answers nothing. */
  freeze() {
    this.#server.kill('SIGSTOP');
  }

  thaw() {
    this.#server.kill('SIGCONT');
  }

  /** Nothing of it is kept: it need not end in order. */
  close() {
    return kill(this.#server);
  }

  async #createDatabase() {
    const { createConnection } = await import('mysql2/promise');
    const connection = await createConnection(`mysql://root@127.0.0.1:${this.port}`);
    await connection.query(`CREATE DATABASE ${name} CHARACTER SET utf8mb4 COLLATE utf8mb4_bin`);
    await connection.end();
  }
}
