import { mkdtempSync, rmdirSync } from 'node:fs';
import os from 'node:os';
import path from 'node:path';

import {
  ConnectionAcquireTimeoutError,
  ConnectionRefusedError,
  DatabaseError,
  UniqueConstraintError,
} from 'sequelize';

import { isDatabaseGone, isDuplicate, isPassing } from '../../../../api/src/storage/databaseErrors';
import { openDatabase } from '../../../../api/src/storage/database';

function ofDriver(code: string, message = code): Error & { sql: string } {
  return Object.assign(new Error(message), { code, sql: 'SELECT 1' });
}

/** As Sequelize hands it on. */
function wrapped(code: string, message?: string): Error {
  return new DatabaseError(ofDriver(code, message));
}

test.each([
  'PROTOCOL_CONNECTION_LOST',
  'ECONNREFUSED',
  'ECONNRESET',
  'EPIPE',
  'ER_SERVER_SHUTDOWN',
  'ER_CON_COUNT_ERROR',
  'ER_CONNECTION_KILLED',
  'ER_DISK_FULL',
  'ER_RECORD_FILE_FULL',
  'ER_ERROR_ON_WRITE',
  'ER_OPTION_PREVENTS_STATEMENT',
  'SQLITE_FULL',
  'SQLITE_IOERR',
  'SQLITE_CANTOPEN',
  'SQLITE_READONLY',
  'PROTOCOL_SEQUENCE_TIMEOUT',
  'ER_LOCK_WAIT_TIMEOUT',
])('%s: the database is gone, wrapped or not', (code) => {
  expect([isDatabaseGone(wrapped(code)), isDatabaseGone(ofDriver(code))]).toEqual([true, true]);
  expect([isPassing(wrapped(code)), isDuplicate(wrapped(code))]).toEqual([false, false]);
});

test.each(['ER_LOCK_DEADLOCK', 'SQLITE_BUSY', 'SQLITE_LOCKED'])(
  '%s passes: the same work may be tried again',
  (code) => {
    expect([isPassing(wrapped(code)), isDatabaseGone(wrapped(code))]).toEqual([true, false]);
  },
);

test('no connection is as good as no database', () => {
  expect(isDatabaseGone(new ConnectionRefusedError(ofDriver('ECONNREFUSED')))).toBe(true);
  expect(isDatabaseGone(new ConnectionAcquireTimeoutError(ofDriver('')))).toBe(true);
  const closed = 'Can’t add new command when connection is in closed state';
  expect(isDatabaseGone(wrapped('', closed))).toBe(true);
});

test('our own mistakes are neither', () => {
  for (const error of [
    wrapped('ER_PARSE_ERROR'),
    wrapped('SQLITE_ERROR'),
    new Error('x'),
    'x',
    null,
    undefined,
  ]) {
    expect([isDatabaseGone(error), isPassing(error), isDuplicate(error)]).toEqual([false, false, false]);
  }
  expect(isDuplicate(new UniqueConstraintError({}))).toBe(true);
});

test('a SQLite file that cannot be opened is told by its code, and opened when it can be', async () => {
  const folder = mkdtempSync(path.join(os.tmpdir(), 'anxing-'));
  const database = openDatabase({ dialect: 'sqlite', file: folder });
  const refusal = await database.ping().catch((error: unknown) => error);
  expect(isDatabaseGone(refusal)).toBe(true);
  expect(Reflect.get(Object(refusal), 'code')).toBe('SQLITE_CANTOPEN');

  rmdirSync(folder);
  await database.ping();
  await database.close();
});
