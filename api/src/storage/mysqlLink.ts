import mysql2 from 'mysql2';

import type { Link, Row } from './link';
import { patience } from './mysqlPatience';

/** What we need of a connection of mysql2. */
export interface Connection {
  query(
    options: { sql: string; timeout: number },
    done: (error: Error | null, result: unknown) => void,
  ): unknown;
}

/** The statement with its values in it, escaped by the driver. */
function complete(sql: string, values: readonly unknown[]): string {
  return mysql2.format(sql, values as mysql2.SqlValue[]);
}

/** Sends statements that are complete, several in one packet. @returns the result of the last one */
export function send(connection: Connection, statements: readonly string[]): Promise<unknown> {
  return new Promise((resolve, reject) => {
    connection.query({ sql: statements.join(';\n'), timeout: patience.statement }, (error, result) => {
      if (error) {
        reject(error);
      } else {
        resolve(statements.length > 1 ? (result as unknown[]).at(-1) : result);
      }
    });
  });
}

/**
 * Statements of one transaction. What gives no answer waits, and goes with the next question or with the commit in one
 * packet: each packet costs both sides more than the statement in it. A failure shows there, and nothing after it is run.
 */
export class MysqlLink implements Link {
  private waiting: string[] = [];

  constructor(private readonly connection: Connection) {}

  async select(sql: string, values: readonly unknown[] = []): Promise<Row[]> {
    return (await this.flush(sql, values)) as Row[];
  }

  async execute(sql: string, values: readonly unknown[] = []): Promise<void> {
    this.waiting.push(complete(sql, values));
  }

  async insert(into: string, rows: readonly (readonly unknown[])[], tail = ''): Promise<void> {
    if (rows.length > 0) {
      await this.execute(`INSERT INTO ${into} VALUES ?${tail}`, [rows]);
    }
  }

  /** Sends what waits, with one more statement. */
  flush(sql: string, values: readonly unknown[] = []): Promise<unknown> {
    const statements = [...this.waiting, complete(sql, values)];
    this.waiting = [];

    return send(this.connection, statements);
  }
}
