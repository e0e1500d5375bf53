import { execFile } from 'node:child_process';
import { randomBytes } from 'node:crypto';
import { appendFileSync } from 'node:fs';
import path from 'node:path';
import { promisify } from 'node:util';

import Database from 'libsql';
import mysql from 'mysql2/promise';

import { logFile } from './logs';

const run = promisify(execFile);

/** A database for one server. */
export interface ServerDatabase {
  /** As `DATABASE_URL` wants it. */
  url: string;
  /** Writes every row as text to where the suite looks for personal data. */
  dump(name: string): Promise<void>;
  remove(): Promise<void>;
}

function readable(_column: string, value: unknown): unknown {
  return value instanceof Uint8Array ? Buffer.from(value).toString('hex') : value;
}

function dumpSqlite(file: string, target: string): void {
  const database = new Database(file, { readonly: true });
  try {
    const tables = database.prepare("SELECT name FROM sqlite_master WHERE type = 'table'").all();
    for (const { name } of tables as { name: string }[]) {
      for (const row of database.prepare(`SELECT * FROM "${name}"`).iterate()) {
        const values = Object.entries(row as object).map(([key, value]) => [key, readable(key, value)]);
        appendFileSync(target, `${name} ${JSON.stringify(Object.fromEntries(values))}\n`);
      }
    }
  } finally {
    database.close();
  }
}

function sqliteDatabase(folder: string): ServerDatabase {
  const file = path.join(folder, 'anxing.sqlite');

  return {
    url: `sqlite:${file}`,
    dump: async (name) => dumpSqlite(file, logFile(`${name}.dump`)),
    // The folder is the server's, and goes with it.
    remove: async () => undefined,
  };
}

async function onServer(url: string, sql: string): Promise<void> {
  const connection = await mysql.createConnection(url);
  try {
    await connection.query(sql);
  } finally {
    await connection.end();
  }
}

async function dumpMysql(url: URL, target: string): Promise<void> {
  const { hostname, port, username, pathname } = url;
  await run('mariadb-dump', [
    '--no-defaults',
    `--host=${hostname}`,
    `--port=${port}`,
    `--user=${username}`,
    '--hex-blob',
    '--skip-extended-insert',
    `--result-file=${target}`,
    pathname.slice(1),
  ]);
}

async function mysqlDatabase(serverUrl: string): Promise<ServerDatabase> {
  const name = `anxing_e2e_${process.pid}_${randomBytes(3).toString('hex')}`;
  await onServer(serverUrl, `CREATE DATABASE ${name} CHARACTER SET utf8mb4 COLLATE utf8mb4_bin`);
  const url = new URL(serverUrl);
  url.pathname = `/${name}`;

  return {
    url: url.href,
    dump: (file) => dumpMysql(url, logFile(`${file}.dump`)),
    remove: () => onServer(serverUrl, `DROP DATABASE ${name}`),
  };
}

/** @param kind `sqlite`, or the URL of a MySQL server on which a database is made */
export async function makeServerDatabase(kind: string, folder: string): Promise<ServerDatabase> {
  return kind.startsWith('mysql://') ? mysqlDatabase(kind) : sqliteDatabase(folder);
}
