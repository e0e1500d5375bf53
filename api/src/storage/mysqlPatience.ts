import type { Duplex } from 'node:stream';

import type { Sequelize } from 'sequelize';

/** What we need of a connection of mysql2. */
interface Connection {
  stream: Duplex;
  query(options: { sql: string; timeout: number }, done: (error: Error | null) => void): void;
  destroy(): void;
}

/**
 * How long a MySQL server may keep us waiting, ms. A server that hangs keeps its connections and answers nothing:
 * without an end every request would wait for as long as it hangs.
 */
export const patience = {
  /** For the server's own word that it cannot be reached. */
  connect: 3_000,
  /** For a free connection. */
  pool: 5_000,
  /** For the row that another transaction holds; the server tells us. */
  lock: 5_000,
  /** For the answer to one statement. Longer than a lock takes, and than any statement of ours should. */
  statement: 7_000,
  /** For the word that it is ready. */
  ping: 3_000,
} as const;

/**
 * What every connection is told, whatever the server's defaults: a value that does not fit is refused and never cut, and
 * a backslash in a text is escaped, as mysql2 takes it to be.
 */
export const sessionSql =
  "SET SESSION time_zone = '+00:00', " +
  "sql_mode = 'STRICT_TRANS_TABLES,ERROR_FOR_DIVISION_BY_ZERO,NO_ENGINE_SUBSTITUTION', " +
  `innodb_lock_wait_timeout = ${patience.lock / 1000}`;

/** This lock is a table's own, which a change of its partitions takes: it must not queue before everybody. */
const withTableLock = `${sessionSql}, lock_wait_timeout = ${patience.lock / 1000}`;

/** What a statement fails with whose answer did not come. */
function noAnswer(): Error {
  return Object.assign(new Error('no answer from the database'), { code: 'ETIMEDOUT' });
}

/** All that waits on the connection fails, and the pool gives it to nobody again; the server rolls back. */
function giveUp(connection: Connection): void {
  connection.stream.destroy(noAnswer());
}

function prepare(connection: Connection): Promise<void> {
  return new Promise((done, fail) => {
    connection.query({ sql: withTableLock, timeout: patience.connect }, (error) => {
      if (error) {
        connection.destroy();
        fail(error);
      } else {
        done();
      }
    });
  });
}

/** Puts an end to the wait for every statement. @param isUnhurried tells, before each, whether it may take its time */
export function limitPatience(sequelize: Sequelize, isUnhurried: () => boolean): void {
  const timers = new WeakMap<object, NodeJS.Timeout>();
  sequelize.addHook('afterConnect', (connection) => prepare(connection as Connection));
  sequelize.addHook('beforeQuery', (_options, query) => {
    if (!isUnhurried()) {
      const connection = query.connection as unknown as Connection;
      const timer = setTimeout(() => giveUp(connection), patience.statement);
      timers.set(query, timer);
    }
  });
  sequelize.addHook('afterQuery', (_options, query) => clearTimeout(timers.get(query)));
}
