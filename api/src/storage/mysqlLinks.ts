import { promisify } from 'node:util';

import mysql2 from 'mysql2';

import { isDatabaseGone } from './databaseErrors';
import type { Link, Row } from './link';
import { MysqlLink, send } from './mysqlLink';
import { patience, sessionSql } from './mysqlPatience';

/** The variable of the isolation level has another name in each server; the statement has not. */
const sessionStatements = [sessionSql, 'SET SESSION TRANSACTION ISOLATION LEVEL READ COMMITTED'];

/**
 * Connections for batches, beside those of Sequelize and without it. Only here several statements may go in one packet;
 * none of them is put together from text that came from outside.
 */
export class MysqlLinks {
  private readonly pool: mysql2.Pool;

  private readonly prepared = new WeakSet<object>();

  constructor(url: string) {
    this.pool = mysql2.createPool({
      uri: url,
      connectionLimit: 6,
      connectTimeout: patience.connect,
      charset: 'utf8mb4',
      timezone: 'Z',
      waitForConnections: true,
      multipleStatements: true,
    });
  }

  /** Runs `work` in one transaction. A connection on which something failed is not used again. */
  async run<T>(work: (link: Link) => Promise<T>): Promise<T> {
    const connection = await this.take();
    const link = new MysqlLink(connection);
    try {
      await link.execute('START TRANSACTION');
      const result = await work(link);
      await link.flush('COMMIT');
      connection.release();

      return result;
    } catch (error) {
      await this.endAfter(error, connection);
      throw error;
    }
  }

  /** Not done otherwise than the rest: whoever waits for the disk holds up nobody but himself. */
  runBulk<T>(work: (link: Link) => Promise<T>): Promise<T> {
    return this.run(work);
  }

  /** One SELECT, outside a transaction. */
  async read(sql: string, values: readonly unknown[]): Promise<Row[]> {
    const connection = await this.take();
    try {
      const rows = await new MysqlLink(connection).select(sql, values);
      connection.release();

      return rows;
    } catch (error) {
      // Its answer may still come: nobody else must read it as his own.
      connection.destroy();
      throw error;
    }
  }

  close(): Promise<void> {
    return promisify(this.pool.end.bind(this.pool))();
  }

  private async take(): Promise<mysql2.PoolConnection> {
    const connection = await promisify(this.pool.getConnection.bind(this.pool))();
    if (!this.prepared.has(connection)) {
      try {
        await send(connection, sessionStatements);
      } catch (error) {
        connection.destroy();
        throw error;
      }
      this.prepared.add(connection);
    }

    return connection;
  }

  /**
   * A connection that cannot roll back is destroyed: the server then does it. One that did not answer is not asked:
   * that would wait behind what was not answered, without an end.
   */
  private async endAfter(error: unknown, connection: mysql2.PoolConnection): Promise<void> {
    if (isDatabaseGone(error)) {
      connection.destroy();

      return;
    }
    try {
      await send(connection, ['ROLLBACK']);
      connection.release();
    } catch {
      connection.destroy();
    }
  }
}
