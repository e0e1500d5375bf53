import { mkdtempSync } from 'node:fs';
import os from 'node:os';
import path from 'node:path';

import mysql from 'mysql2/promise';

/** A database of its own for each test worker: `sqlite`, or a database on the MySQL server that is named. */
export async function testDatabaseUrl(
  wanted = process.env.ANXING_TEST_DATABASE ?? 'sqlite',
): Promise<string> {
  if (!wanted.startsWith('mysql://')) {
    return `sqlite:${path.join(mkdtempSync(path.join(os.tmpdir(), 'anxing-')), 'test.sqlite')}`;
  }
  const name = `anxing_test_${process.env.JEST_WORKER_ID ?? '1'}_${process.pid}`;
  const connection = await mysql.createConnection(wanted);
  await connection.query(`CREATE DATABASE IF NOT EXISTS ${name} CHARACTER SET utf8mb4 COLLATE utf8mb4_bin`);
  await connection.end();
  const url = new URL(wanted);
  url.pathname = `/${name}`;

  return url.href;
}

/** Drops what `testDatabaseUrl` made on a server. */
export async function dropTestDatabase(databaseUrl: string): Promise<void> {
  if (!databaseUrl.startsWith('mysql://')) {
    return;
  }
  const url = new URL(databaseUrl);
  const name = url.pathname.slice(1);
  url.pathname = '';
  const connection = await mysql.createConnection(url.href);
  await connection.query(`DROP DATABASE IF EXISTS ${name}`);
  await connection.end();
}
