import path from 'node:path';
import { rmSync } from 'node:fs';

import { compare } from './books/compare.mjs';
import { readBooks } from './books/readBooks.mjs';
import { hangUp } from './phones/http.mjs';
import { Phones } from './phones/phones.mjs';
import { ApiServer } from './servers/api.mjs';
import { MariadbServer } from './servers/mariadb.mjs';
import { RedisServer } from './servers/redis.mjs';
import { SqliteFile } from './servers/sqliteFile.mjs';

const kinds = {
  sqlite: (folder) => new SqliteFile(folder),
  mariadb: (folder, log, more) => MariadbServer.create(folder, log, more),
};

/** A service of our own with everything that belongs to it, and people who use it. */
export class House {
  apis = [];

  /**
   * @param {import('./place.mjs').Place} place
   * @param {{ name: string, kind: 'sqlite' | 'mariadb', processes?: number, folder?: string, more?: string[] }} wish
   *   more than one process come with a Redis; `folder` for the data, `more` settings of MariaDB
   */
  static async open(place, { name, kind, processes = 1, folder, more }) {
    const house = new House();
    house.place = place;
    house.name = name;
    house.folder = folder ?? path.join(place.folder, name);
    try {
      house.database = await kinds[kind](house.folder, place.log(`${name}-database`), more);
      house.redis = processes > 1 ? await RedisServer.create() : undefined;
      await house.#moveIn(processes);
    } catch (error) {
      await house.close();
      throw error;
    }

    return house;
  }

  /** Waits until every check-in has its answer, and holds what was told against what is stored. */
  async closeRound() {
    await this.phones.pause();
    await this.phones.settle();

    return compare(this.phones.ledger, await readBooks(this.database.books));
  }

  /** Like `closeRound`, with the audit chains. */
  async closeBooks() {
    const books = await this.closeRound();
    const fault = await this.place.auditFault(this.database.url);

    return { ...books, faults: fault ? [...books.faults, fault] : books.faults };
  }

  async close() {
    await this.phones?.pause();
    hangUp();
    await Promise.all(this.apis.map((api) => api.kill()));
    await this.redis?.kill();
    await this.database?.close();
    rmSync(this.folder, { recursive: true, force: true });
  }

  async #moveIn(processes) {
    const { place, name } = this;
    const crew = await place.fill(this.database.url, name);
    const environment = place.environment(this.database.url, this.redis?.url);
    for (let i = 0; i < processes; i += 1) {
      this.apis.push(await ApiServer.create(environment, place.log(`${name}-api-${i}`)));
    }
    await Promise.all(this.apis.map((api) => api.start()));
    const ports = () => this.apis.map(({ port }) => port);
    this.phones = new Phones({ crew, sign: place.sign, ports });
  }
}
