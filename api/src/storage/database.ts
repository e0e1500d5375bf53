import { mkdirSync } from 'node:fs';
import path from 'node:path';
import { setTimeout as sleep } from 'node:timers/promises';

import mysql2 from 'mysql2';
import { QueryTypes, Sequelize, Transaction } from 'sequelize';

import type { Settings } from '../base/settings';
import { breathe } from '../base/breathe';
import { isPassing } from './databaseErrors';
import { libsqlDriver } from './libsqlDriver';
import type { Link, Row } from './link';
import { Mutex } from './mutex';
import { MysqlLinks } from './mysqlLinks';
import { limitPatience, patience } from './mysqlPatience';
import { SqliteLinks } from './sqliteLinks';

export type { Row } from './link';
export type Dialect = 'sqlite' | 'mysql';

/** Runs work in a transaction of a connection beside Sequelize's. */
interface Links {
  run<T>(work: (link: Link) => Promise<T>): Promise<T>;
  runBulk<T>(work: (link: Link) => Promise<T>): Promise<T>;
  read(sql: string, values: readonly unknown[]): Promise<Row[]>;
  close(): Promise<void>;
}

const attempts = 4;

/**
 * One database, SQLite or MySQL. Writing goes through `write`, which retries work that met a deadlock;
 * SQLite has one writer, so there the turns are taken in order.
 */
export class Database {
  readonly dialect: Dialect;

  private readonly turns = new Mutex();

  private isUnhurried = false;

  private links: Links | undefined;

  /** @param openLinks makes the connections for batches, when the first one is needed */
  constructor(
    readonly sequelize: Sequelize,
    private readonly openLinks: () => Links,
  ) {
    this.dialect = sequelize.getDialect() === 'sqlite' ? 'sqlite' : 'mysql';
    if (this.dialect === 'mysql') {
      limitPatience(sequelize, () => this.isUnhurried);
    }
  }

  /** Runs `work` in one transaction; it may run again, so it must not do anything outside the database. */
  write<T>(work: (tx: Transaction) => Promise<T>): Promise<T> {
    return this.inTurn(() => this.sequelize.transaction(work));
  }

  /** Like `select`, but past Sequelize: for the hot path. */
  read(sql: string, values: readonly unknown[]): Promise<Row[]> {
    this.links ??= this.openLinks();

    return this.links.read(sql, values);
  }

  /** Like `write`, but past Sequelize, which takes longer for a statement than the database does: for the hot path. */
  batch<T>(work: (link: Link) => Promise<T>): Promise<T> {
    this.links ??= this.openLinks();
    const links = this.links;

    return this.inTurn(() => links.run(work));
  }

  /**
   * Like `batch`, for one slice of work that goes on by itself from what it has stored. On SQLite it may be undone by a loss
   * of power, together with whatever came after it, until something else has been written: nobody was told that it is done.
   */
  bulk<T>(work: (link: Link) => Promise<T>): Promise<T> {
    this.links ??= this.openLinks();
    const links = this.links;

    return this.inTurn(() => links.runBulk(work));
  }

  /** Statements of a transaction of Sequelize's. */
  within(tx: Transaction): Link {
    return {
      select: (sql, values = []) => this.select(sql, [...values], tx),
      execute: (sql, values = []) => this.execute(sql, [...values], tx),
      insert: async (into, rows, tail = '') => {
        if (rows.length > 0) {
          await this.execute(`INSERT INTO ${into} VALUES ?${tail}`, [rows], tx);
        }
      },
    };
  }

  select(sql: string, replacements: unknown[] = [], transaction?: Transaction): Promise<Row[]> {
    return this.sequelize.query<Row>(sql, { replacements, transaction, type: QueryTypes.SELECT, raw: true });
  }

  async execute(sql: string, replacements: unknown[], transaction: Transaction): Promise<void> {
    await this.sequelize.query(sql, { replacements, transaction, type: QueryTypes.RAW });
  }

  /** `… FOR UPDATE` where the dialect has row locks. */
  get forUpdate(): string {
    return this.dialect === 'mysql' ? ' FOR UPDATE' : '';
  }

  /** Behind a table's name: the index that the query was made for, whatever the statistics of the day say. */
  usingIndex(name: string): string {
    return this.dialect === 'mysql' ? ` FORCE INDEX (${name})` : ` INDEXED BY ${name}`;
  }

  /** The tail of an INSERT that changes the row instead when its key exists; `new.` stands for the given row. */
  onDuplicate(key: string[], changes: string): string {
    return this.dialect === 'mysql'
      ? ` ON DUPLICATE KEY UPDATE ${changes.replaceAll(/new\.(\w+)/g, 'VALUES($1)')}`
      : ` ON CONFLICT (${key.join(', ')}) DO UPDATE SET ${changes.replaceAll('new.', 'excluded.')}`;
  }

  /** Runs `work` without an end to the wait for its statements: changes of the schema take as long as they take. */
  async unhurried<T>(work: () => Promise<T>): Promise<T> {
    this.isUnhurried = true;
    try {
      return await work();
    } finally {
      this.isUnhurried = false;
    }
  }

  /** @throws when no answer comes soon, also when the connections are all waiting */
  async ping(): Promise<void> {
    const late = new AbortController();
    const tooLate = sleep(patience.ping, undefined, { signal: late.signal }).then(() => {
      throw new Error('the database does not answer');
    });
    await Promise.race([this.sequelize.query('SELECT 1'), tooLate]).finally(() => late.abort());
  }

  async close(): Promise<void> {
    await this.links?.close();
    await this.sequelize.close();
  }

  /** On SQLite nothing waits for anything: one transaction after the other would leave nobody else a turn. */
  private inTurn<T>(work: () => Promise<T>): Promise<T> {
    if (this.dialect !== 'sqlite') {
      return this.attempt(work);
    }

    return this.turns.run(async () => {
      await breathe();

      return this.attempt(work);
    });
  }

  private async attempt<T>(work: () => Promise<T>): Promise<T> {
    for (let left = attempts - 1; ; left -= 1) {
      try {
        return await work();
      } catch (error) {
        if (left === 0 || !isPassing(error)) {
          throw error;
        }
      }
    }
  }
}

const common = {
  logging: false,
  define: { timestamps: false, underscored: true, freezeTableName: true },
} as const;

function openSqlite(file: string): Sequelize {
  mkdirSync(path.dirname(path.resolve(file)), { recursive: true });

  return new Sequelize({
    ...common,
    dialect: 'sqlite',
    storage: path.resolve(file),
    dialectModule: libsqlDriver,
    transactionType: Transaction.TYPES.IMMEDIATE,
  });
}

/** In limitPatience, with the rest of the session: Sequelize would wait for it without an end. Its types lack it. */
const zoneIsSetElsewhere = { keepDefaultTimezone: true } as const;

function openMysql(url: string): Sequelize {
  return new Sequelize(url, {
    ...common,
    dialect: 'mysql',
    dialectModule: mysql2,
    isolationLevel: Transaction.ISOLATION_LEVELS.READ_COMMITTED,
    timezone: '+00:00',
    ...zoneIsSetElsewhere,
    pool: { max: 20, acquire: patience.pool, idle: 30_000 },
    dialectOptions: { connectTimeout: patience.connect, charset: 'utf8mb4' },
  });
}

/** Opens the database named by the settings; nothing is created in it. */
export function openDatabase(settings: Settings['database']): Database {
  if (settings.dialect === 'sqlite') {
    const { file } = settings;

    return new Database(openSqlite(file), () => new SqliteLinks(path.resolve(file)));
  }
  const { url } = settings;

  return new Database(openMysql(url), () => new MysqlLinks(url));
}

/** On MySQL a commit must reach the disk before it is acknowledged. */
export async function commitsAreDurable(database: Database): Promise<boolean> {
  if (database.dialect === 'sqlite') {
    return true;
  }
  const [row] = await database.select('SELECT @@innodb_flush_log_at_trx_commit AS flush');

  return Number(row?.flush) === 1;
}
