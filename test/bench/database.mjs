import { mkdirSync, readFileSync } from 'node:fs';
import path from 'node:path';

import { startMariadb } from '../../scripts/testing/mariadb.mjs';

async function connectTo(url) {
  const { createConnection } = await import('mysql2/promise');

  return createConnection(url);
}

/** The server's process, when it runs on this machine and says so. */
async function pidsOf(connection) {
  try {
    const [[{ file }]] = await connection.query('SELECT @@pid_file AS file');

    return [Number(readFileSync(file, 'utf8'))];
  } catch {
    return [];
  }
}

/** One MariaDB server with the databases of this run. Nothing else on it is touched. */
export class BenchDatabase {
  #names = [];

  /** @param {string} folder for a server of the bench's own */
  static async open(folder, given = process.env.ANXING_BENCH_MARIADB) {
    const database = new BenchDatabase();
    if (!given) {
      mkdirSync(folder);
      database.server = await startMariadb(folder, { log: path.join(folder, 'mariadb.log') });
    }
    database.url = given ?? database.server.url;
    database.connection = await connectTo(database.url);
    database.pids = await pidsOf(database.connection);

    return database;
  }

  urlOf(name) {
    const url = new URL(this.url);
    url.pathname = `/${name}`;

    return url.href;
  }

  /** @returns the name of a new, empty database */
  async create(suffix) {
    const name = `anxing_bench_${process.pid}_${suffix}`;
    await this.connection.query(`CREATE DATABASE ${name} CHARACTER SET utf8mb4 COLLATE utf8mb4_bin`);
    this.#names.push(name);

    return name;
  }

  /** Copies every table with its rows. */
  async copy(from, to) {
    const [tables] = await this.connection.query(
      'SELECT table_name AS name FROM information_schema.tables WHERE table_schema = ?',
      [from],
    );
    for (const { name } of tables) {
      await this.connection.query(`CREATE TABLE ${to}.${name} LIKE ${from}.${name}`);
      await this.connection.query(`INSERT INTO ${to}.${name} SELECT * FROM ${from}.${name}`);
    }
  }

  /** The number that a query answers. */
  async number(sql) {
    const [[row]] = await this.connection.query(sql);

    return Number(Object.values(row)[0] ?? 0);
  }

  async close() {
    if (!this.server) {
      for (const name of this.#names) {
        await this.connection.query(`DROP DATABASE ${name}`);
      }
    }
    await this.connection.end();
    await this.server?.stop();
  }
}
