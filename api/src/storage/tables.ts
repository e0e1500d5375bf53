import { QueryTypes } from 'sequelize';

import type { Database, Dialect } from './database';

type Kind = 'id' | 'bytes16' | 'bytes32' | 'text' | 'long' | 'int' | 'instant' | 'flag' | 'decimal';

interface Column {
  kind: Kind;
  size: number;
  nullable: boolean;
}

function column(kind: Kind, size = 0): Column & { optional(): Column } {
  const base = { kind, size, nullable: false };

  return { ...base, optional: () => ({ ...base, nullable: true }) };
}

/** Column kinds of a migration. Instants are ms; `text(n)` holds up to n characters compared exactly. */
export const columns = {
  id: () => column('id'),
  bytes16: () => column('bytes16'),
  bytes32: () => column('bytes32'),
  text: (size: number) => column('text', size),
  long: () => column('long'),
  int: () => column('int'),
  instant: () => column('instant'),
  flag: () => column('flag'),
  decimal: () => column('decimal'),
  /** An encrypted field: see `privacy/fieldVault`. */
  sealed: () => column('text', 700),
  /** A blind index: see `privacy/blindIndex`. */
  blind: () => column('text', 60),
};

interface Table {
  name: string;
  columns: Record<string, Column>;
  key: string[];
  unique?: string[][];
  indexes?: string[][];
}

const mysqlTypes: Record<Kind, (size: number) => string> = {
  id: () => 'CHAR(36) CHARACTER SET ascii COLLATE ascii_bin',
  bytes16: () => 'BINARY(16)',
  bytes32: () => 'BINARY(32)',
  text: (size) => `VARCHAR(${size})`,
  long: () => 'MEDIUMTEXT',
  int: () => 'INT',
  instant: () => 'BIGINT',
  flag: () => 'TINYINT(1)',
  decimal: () => 'DOUBLE',
};

const sqliteTypes: Record<Kind, (name: string, size: number) => string> = {
  id: (name) => `TEXT CHECK (length(${name}) = 36)`,
  bytes16: (name) => `BLOB CHECK (length(${name}) = 16)`,
  bytes32: (name) => `BLOB CHECK (length(${name}) = 32)`,
  text: (name, size) => `TEXT CHECK (length(${name}) <= ${size})`,
  long: () => 'TEXT',
  int: (name) => `INTEGER CHECK (typeof(${name}) IN ('integer', 'null'))`,
  instant: (name) => `INTEGER CHECK (typeof(${name}) IN ('integer', 'null'))`,
  flag: (name) => `INTEGER CHECK (${name} IN (0, 1))`,
  decimal: () => 'REAL',
};

function columnSql(dialect: Dialect, name: string, { kind, size, nullable }: Column): string {
  const type = dialect === 'mysql' ? mysqlTypes[kind](size) : sqliteTypes[kind](name, size);

  return `${name} ${type}${nullable ? '' : ' NOT NULL'}`;
}

function indexName(table: string, fields: string[]): string {
  return `${table}_${fields.join('_')}`.slice(0, 60);
}

/** The statements that make a table; on MySQL it is a single one. */
export function tableSql(dialect: Dialect, table: Table): string[] {
  const parts = Object.entries(table.columns).map(([name, value]) => columnSql(dialect, name, value));
  parts.push(`PRIMARY KEY (${table.key.join(', ')})`);
  for (const fields of table.unique ?? []) {
    const head = dialect === 'mysql' ? `UNIQUE KEY ${indexName(table.name, fields)}` : 'UNIQUE';
    parts.push(`${head} (${fields.join(', ')})`);
  }
  const indexes = table.indexes ?? [];
  if (dialect === 'mysql') {
    parts.push(...indexes.map((fields) => `KEY ${indexName(table.name, fields)} (${fields.join(', ')})`));

    return [
      `CREATE TABLE IF NOT EXISTS ${table.name} (${parts.join(', ')}) ` +
        'ENGINE = InnoDB DEFAULT CHARSET = utf8mb4 COLLATE = utf8mb4_bin',
    ];
  }

  return [
    `CREATE TABLE IF NOT EXISTS ${table.name} (${parts.join(', ')}) WITHOUT ROWID`,
    ...indexes.map(
      (fields) =>
        `CREATE INDEX IF NOT EXISTS ${indexName(table.name, fields)} ON ${table.name} (${fields.join(', ')})`,
    ),
  ];
}

/** A migration that makes one table. */
export function createTable(table: Table): (database: Database) => Promise<void> {
  return async (database) => {
    for (const sql of tableSql(database.dialect, table)) {
      await database.sequelize.query(sql);
    }
  };
}

/** Whether a table is there. */
export async function hasTable({ dialect, sequelize }: Database, name: string): Promise<boolean> {
  const sql =
    dialect === 'mysql'
      ? 'SELECT 1 FROM information_schema.tables WHERE table_schema = DATABASE() AND table_name = ?'
      : "SELECT 1 FROM sqlite_master WHERE type = 'table' AND name = ?";
  const found = await sequelize.query(sql, { replacements: [name], type: QueryTypes.SELECT });

  return found.length > 0;
}

/** A migration that adds one column, which is null in the rows that are there; harmless when it was done before. */
export function addColumn(
  table: string,
  name: string,
  column: Column,
): (database: Database) => Promise<void> {
  return async ({ dialect, sequelize }) => {
    const known = await sequelize.getQueryInterface().describeTable(table);
    if (!(name in known)) {
      await sequelize.query(`ALTER TABLE ${table} ADD COLUMN ${columnSql(dialect, name, column)}`);
    }
  };
}

/** A migration that adds one index; harmless when it was done before. */
export function addIndex(table: string, fields: string[]): (database: Database) => Promise<void> {
  const name = indexName(table, fields);

  return async ({ sequelize }) => {
    const known = (await sequelize.getQueryInterface().showIndex(table)) as { name: string }[];
    if (!known.some((index) => index.name === name)) {
      await sequelize.query(`CREATE INDEX ${name} ON ${table} (${fields.join(', ')})`);
    }
  };
}
