import { setTimeout as sleep } from 'node:timers/promises';

import type { Transaction } from 'sequelize';

import type { Database, Row } from './database';
import { nowSql } from './leases';

const retryMs = 250;

/** Work that one process at a time does, or none before some time has passed. */
export interface Turn {
  name: string;
  /** Of the lease of whoever does it: who loses the lease, loses the turn. */
  owner: string;
  /** ms since it was last begun, by anybody. */
  everyMs: number;
}

const isRunning = (now: string) =>
  `CASE WHEN owner IN (SELECT owner FROM leases WHERE expires_at > ${now}) THEN 1 ELSE 0 END AS is_running`;

async function read(database: Database, name: string, tx: Transaction): Promise<Row | undefined> {
  const now = nowSql(database);
  const [row] = await database.select(
    `SELECT ${now} - began_at AS since, ${isRunning(now)} FROM turns WHERE name = ?${database.forUpdate}`,
    [name],
    tx,
  );

  return row;
}

async function begin(database: Database, name: string, tx: Transaction): Promise<void> {
  await database.execute(
    `INSERT INTO turns (name, began_at) VALUES ?${database.onDuplicate(['name'], 'name = new.name')}`,
    [[[name, 0]]],
    tx,
  );
}

/** Takes a turn unless somebody is at it, or was a short while ago. @returns whether it is ours */
export function takeTurn(database: Database, { name, owner, everyMs }: Turn): Promise<boolean> {
  return database.write(async (tx) => {
    await begin(database, name, tx);
    const row = await read(database, name, tx);
    if (Number(row?.is_running) === 1 || Number(row?.since) < everyMs) {
      return false;
    }
    await database.execute(
      `UPDATE turns SET owner = ?, began_at = ${nowSql(database)} WHERE name = ?`,
      [owner, name],
      tx,
    );

    return true;
  });
}

export function endTurn(database: Database, { name, owner }: Pick<Turn, 'name' | 'owner'>): Promise<void> {
  return database.write((tx) =>
    database.execute('UPDATE turns SET owner = NULL WHERE name = ? AND owner = ?', [name, owner], tx),
  );
}

/** Does what one at a time does; waits for whoever is at it. */
export async function inTurn<T>(
  database: Database,
  turn: Pick<Turn, 'name' | 'owner'>,
  work: () => Promise<T>,
): Promise<T> {
  while (!(await takeTurn(database, { ...turn, everyMs: 0 }))) {
    await sleep(retryMs);
  }
  try {
    return await work();
  } finally {
    await endTurn(database, turn);
  }
}
