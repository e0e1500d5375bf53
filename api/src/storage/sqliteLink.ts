import { statSync } from 'node:fs';

import type Libsql from 'libsql';

import { breathe } from '../base/breathe';
import { preparedFile, toSqlite, type Durability } from './libsqlDriver';
import type { Link, Row } from './link';

const keptStatements = 200;

/** ms after which others get a turn before a transaction is committed. */
const longMs = 3;
/** ms of work after which what was written goes from the log to the file. */
const busyPerCheckpointMs = 12;

/** `IN (?)` with a list of three becomes `IN (?,?,?)`. */
function spread(sql: string, values: readonly unknown[]): { sql: string; values: unknown[] } {
  let next = 0;
  const text = sql.replaceAll('?', () => {
    const value = values[next];
    next += 1;

    return Array.isArray(value) ? value.map(() => '?').join(',') : '?';
  });

  return { sql: text, values: values.flat().map(toSqlite) };
}

/** @throws SQLITE_CANTOPEN when the file is not there */
function inodeOf(file: string): number {
  try {
    return statSync(file).ino;
  } catch (error) {
    throw Object.assign(new Error('the database file is not there', { cause: error }), {
      code: 'SQLITE_CANTOPEN',
    });
  }
}

/** A connection of its own to the file, for batches, without Sequelize. Its statements block the process. */
export class SqliteLink implements Link {
  private connection: Libsql.Database;

  private inode: number;

  /** ms since the log was moved to the file. */
  private busyMs = 0;

  private readonly statements = new Map<string, Libsql.Statement>();

  constructor(
    private readonly file: string,
    private readonly durability: Durability = 'atOnce',
  ) {
    this.connection = preparedFile(file, durability);
    this.inode = inodeOf(file);
  }

  async select(sql: string, values: readonly unknown[] = []): Promise<Row[]> {
    const spreadOut = spread(sql, values);

    return this.prepare(spreadOut.sql).all(spreadOut.values) as Row[];
  }

  async execute(sql: string, values: readonly unknown[] = []): Promise<void> {
    const spreadOut = spread(sql, values);
    this.prepare(spreadOut.sql).run(spreadOut.values);
  }

  async insert(into: string, rows: readonly (readonly unknown[])[], tail = ''): Promise<void> {
    const [first] = rows;
    if (!first) {
      return;
    }
    const marks = first.map(() => '?').join(',');
    const statement = this.prepare(`INSERT INTO ${into} VALUES (${marks})${tail}`);
    for (const row of rows) {
      statement.run(row.map(toSqlite));
    }
  }

  /** Runs `work` in one transaction; only one at a time. */
  async run<T>(work: (link: Link) => Promise<T>): Promise<T> {
    this.stayWithFile();
    const began = performance.now();
    const result = await this.commit(work);
    this.busyMs += performance.now() - began;
    if (this.busyMs > busyPerCheckpointMs) {
      await this.tidyUp();
    }

    return result;
  }

  private async commit<T>(work: (link: Link) => Promise<T>): Promise<T> {
    const began = performance.now();
    this.connection.exec('BEGIN IMMEDIATE');
    try {
      const result = await work(this);
      if (performance.now() - began > longMs) {
        await breathe();
      }
      this.connection.exec('COMMIT');

      return result;
    } catch (error) {
      this.rollBack();
      throw error;
    }
  }

  /**
   * Moves what was written from the log to the file in small parts and turns of their own: left to SQLite, every
   * thousandth page would make one commit take as long as all of them. Many short runs come to as much as a few long ones.
   */
  private async tidyUp(): Promise<void> {
    this.busyMs = 0;
    await breathe();
    if (this.connection.open) {
      this.connection.exec('PRAGMA wal_checkpoint(PASSIVE)');
    }
  }

  async close(): Promise<void> {
    this.statements.clear();
    this.connection.close();
  }

  /** A file that was moved away is written to without an error, and what is written is lost with it. */
  private stayWithFile(): void {
    const inode = inodeOf(this.file);
    if (inode !== this.inode) {
      const next = preparedFile(this.file, this.durability);
      this.statements.clear();
      this.connection.close();
      this.connection = next;
      this.inode = inode;
    }
  }

  /** What failed may have ended the transaction by itself. */
  private rollBack(): void {
    if (this.connection.inTransaction) {
      this.connection.exec('ROLLBACK');
    }
  }

  private prepare(sql: string): Libsql.Statement {
    let statement = this.statements.get(sql);
    if (!statement) {
      if (this.statements.size >= keptStatements) {
        this.statements.clear();
      }
      statement = this.connection.prepare(sql);
      this.statements.set(sql, statement);
    }

    return statement;
  }
}
