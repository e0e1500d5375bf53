import {
  ConnectionError,
  ConnectionAcquireTimeoutError,
  DatabaseError,
  UniqueConstraintError,
} from 'sequelize';

function driverCode(error: unknown): string {
  const parent: unknown = error instanceof Error ? Reflect.get(error, 'parent') : undefined;
  const code: unknown = Reflect.get(Object(parent ?? error), 'code');

  return typeof code === 'string' ? code : '';
}

/** SQLITE_IOERR of SQLITE_IOERR_WRITE; constraints keep which. */
function generalCode(error: unknown): string {
  const code = driverCode(error);

  return /^SQLITE_[A-Z]+/.exec(code)?.[0] ?? code;
}

const gone = new Set([
  'PROTOCOL_CONNECTION_LOST',
  'ECONNREFUSED',
  'ECONNRESET',
  'EPIPE',
  'ETIMEDOUT',
  'PROTOCOL_SEQUENCE_TIMEOUT',
  'ER_SERVER_SHUTDOWN',
  'ER_NORMAL_SHUTDOWN',
  'ER_CON_COUNT_ERROR',
  'ER_CONNECTION_KILLED',
  'ER_DISK_FULL',
  'ER_RECORD_FILE_FULL',
  'ER_ERROR_ON_WRITE',
  'ER_OPTION_PREVENTS_STATEMENT',
  'ER_UNKNOWN_COM_ERROR',
  // Whoever waited so long for a lock would only wait again.
  'ER_LOCK_WAIT_TIMEOUT',
  'SQLITE_FULL',
  'SQLITE_IOERR',
  'SQLITE_CANTOPEN',
  'SQLITE_READONLY',
]);

const passing = new Set(['ER_LOCK_DEADLOCK', 'ER_CHECKREAD', 'SQLITE_BUSY', 'SQLITE_LOCKED']);

/** Of the drivers themselves. */
const duplicate = /^(ER_DUP_ENTRY|SQLITE_CONSTRAINT_(PRIMARYKEY|UNIQUE))$/;

/** The database cannot be reached or cannot write: the caller should come back later. */
export function isDatabaseGone(error: unknown): boolean {
  return (
    error instanceof ConnectionError ||
    error instanceof ConnectionAcquireTimeoutError ||
    gone.has(generalCode(error)) ||
    (error instanceof DatabaseError && /closed state|Connection lost/.test(error.message))
  );
}

/** Two transactions stood in each other's way: the same work may be tried again at once. */
export function isPassing(error: unknown): boolean {
  return passing.has(generalCode(error));
}

/** A row with the same key exists. */
export function isDuplicate(error: unknown): boolean {
  return error instanceof UniqueConstraintError || duplicate.test(driverCode(error));
}
