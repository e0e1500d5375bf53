import Libsql from 'libsql';

/** What Sequelize's SQLite dialect expects of a driver: the callback interface of the sqlite3 package. */
type Callback = (this: RunContext | undefined, error: Error | null, rows?: unknown) => void;
type Parameters = readonly unknown[] | Record<string, unknown> | null;

interface RunContext {
  lastID: number;
  changes: number;
  sql: string;
}

const notCacheable = /^\s*(pragma|begin|commit|rollback|savepoint|release|create|drop|alter)/i;
const cacheSize = 500;

/** A value as libsql takes it. */
export function toSqlite(value: unknown): unknown {
  if (value === undefined) {
    return null;
  }
  if (typeof value === 'boolean') {
    return Number(value);
  }

  return value instanceof Date ? value.toISOString() : value;
}

function bindable(parameters: Parameters): unknown[] {
  if (!parameters) {
    return [];
  }
  if (Array.isArray(parameters)) {
    return [parameters.map(toSqlite)];
  }
  const named = Object.entries(parameters).map(([key, value]) => [
    key.replace(/^[$:@]/, ''),
    toSqlite(value),
  ]);

  return named.length > 0 ? [Object.fromEntries(named)] : [];
}

/** Sequelize tells constraint errors by `SQLITE_CONSTRAINT` at the head of the message and as code. */
function asSqliteError(thrown: unknown): Error {
  const error = thrown instanceof Error ? thrown : new Error(String(thrown));
  const code = String(Reflect.get(error, 'code') ?? '');
  if (!error.message.startsWith('SQLITE_')) {
    error.message = `${code}: ${error.message}`;
  }
  const general = /^SQLITE_(CONSTRAINT|BUSY|LOCKED|READONLY|IOERR|CANTOPEN)/.exec(code);

  return Object.assign(error, { code: general?.[0] ?? code });
}

/** When commits reach the disk: before they are acknowledged, or with the next that does. */
export type Durability = 'atOnce' | 'withNext';

const synchronous: Record<Durability, string> = { atOnce: 'FULL', withNext: 'NORMAL' };

/**
 * A connection to a database file. Whenever commits reach the disk, they do so in their order: a loss of power takes the
 * last ones, never one of those before (https://www.sqlite.org/pragma.html#pragma_synchronous, WAL mode).
 * libsql gives no code to what goes wrong while it opens a file.
 */
export function preparedFile(file: string, durability: Durability = 'atOnce'): Libsql.Database {
  try {
    const connection = new Libsql(file);
    connection.exec('PRAGMA journal_mode = WAL; PRAGMA busy_timeout = 5000');
    connection.exec(`PRAGMA synchronous = ${synchronous[durability]}`);

    return connection;
  } catch (thrown) {
    throw Object.assign(asSqliteError(thrown), { code: 'SQLITE_CANTOPEN' });
  }
}

class Database {
  readonly filename: string;

  private readonly connection: Libsql.Database;

  private readonly statements = new Map<string, Libsql.Statement>();

  constructor(file: string, _mode: number, done: (error: Error | null) => void) {
    this.filename = file;
    // Thrown, not handed to `done`: Sequelize keeps whatever was made here for the next query.
    this.connection = preparedFile(file);
    process.nextTick(done, null);
  }

  serialize(work?: () => void): void {
    work?.();
  }

  configure(): void {}

  run(sql: string, parameters: Parameters | Callback, done?: Callback): this {
    return this.perform(sql, parameters, done, false);
  }

  all(sql: string, parameters: Parameters | Callback, done?: Callback): this {
    return this.perform(sql, parameters, done, true);
  }

  exec(sql: string, done?: Callback): this {
    try {
      this.connection.exec(sql);
      this.answer(done, undefined, null);
    } catch (thrown) {
      this.answer(done, undefined, asSqliteError(thrown));
    }

    return this;
  }

  close(done?: (error: Error | null) => void): void {
    this.statements.clear();
    this.connection.close();
    if (done) {
      process.nextTick(done, null);
    }
  }

  private perform(
    sql: string,
    given: Parameters | Callback,
    last: Callback | undefined,
    rowsWanted: boolean,
  ): this {
    const done = typeof given === 'function' ? given : last;
    const parameters = typeof given === 'function' ? null : given;
    const context: RunContext = { lastID: 0, changes: 0, sql };
    try {
      const rows = this.execute(sql, bindable(parameters), context, rowsWanted);
      this.answer(done, context, null, rows);
    } catch (thrown) {
      this.answer(done, context, asSqliteError(thrown));
    }

    return this;
  }

  private execute(
    sql: string,
    bound: unknown[],
    context: RunContext,
    rowsWanted: boolean,
  ): unknown[] | undefined {
    const statement = this.prepare(sql);
    if (statement.reader) {
      return statement.all(...bound);
    }
    const result = statement.run(...bound);
    context.lastID = Number(result.lastInsertRowid);
    context.changes = result.changes;

    return rowsWanted ? [] : undefined;
  }

  private prepare(sql: string): Libsql.Statement {
    if (notCacheable.test(sql)) {
      return this.connection.prepare(sql);
    }
    let statement = this.statements.get(sql);
    if (!statement) {
      statement = this.connection.prepare(sql);
      if (this.statements.size >= cacheSize) {
        this.statements.clear();
      }
      this.statements.set(sql, statement);
    }

    return statement;
  }

  private answer(
    done: Callback | undefined,
    context: RunContext | undefined,
    error: Error | null,
    rows?: unknown,
  ) {
    if (done) {
      process.nextTick(() => done.call(context, error, rows));
    } else if (error) {
      throw error;
    }
  }
}

/** libsql under Sequelize's SQLite dialect (`dialectModule`). */
export const libsqlDriver = {
  OPEN_READONLY: 1,
  OPEN_READWRITE: 2,
  OPEN_CREATE: 4,
  OPEN_FULLMUTEX: 0x10000,
  Database,
};
