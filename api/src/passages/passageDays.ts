import { createHash } from 'node:crypto';

import { breathe } from '../base/breathe';
import { addDays, dayOf, dayOfNumber } from '../base/days';
import { bytesOf } from '../storage/bytes';
import type { Database, Row } from '../storage/database';
import { DayPartitions } from '../storage/dayPartitions';

/** Days to come whose partition must exist: so long before anything is lost it is noticed that nobody makes them. */
const daysNeeded = 7;
/** One more is made, for the time between midnight and the next turn of the job. */
const daysMade = daysNeeded + 1;

/** A few milliseconds of SQLite. */
const slice = { sqlite: 500, mysql: 5_000 } as const;

function partitionsOf(database: Database): DayPartitions {
  return new DayPartitions(database, 'passages');
}

/** Makes the partitions of the next days; doing it twice does no harm. */
export async function preparePassageDays(database: Database, zone: string, now: number): Promise<void> {
  const partitions = partitionsOf(database);
  if (partitions.exist) {
    await partitions.reach(addDays(dayOf(now, zone), daysMade));
  }
}

/** Whether check-ins of the next days can be stored. */
export async function areDaysPrepared(database: Database, zone: string, now: number): Promise<boolean> {
  const partitions = partitionsOf(database);

  return (
    !partitions.exist || ((await partitions.days()).at(-1) ?? '') >= addDays(dayOf(now, zone), daysNeeded)
  );
}

/** Days YYYY-MM-DD before a day that still have their partition, else that hold passages; oldest first. */
export async function daysBefore(database: Database, day: string): Promise<string[]> {
  const partitions = partitionsOf(database);
  const parted = partitions.exist ? (await partitions.days()).filter((one) => one < day) : [];
  if (parted.length > 0) {
    return parted;
  }
  const rows = await database.select('SELECT DISTINCT day FROM passages WHERE day < ? ORDER BY day', [
    dayKey(day),
  ]);

  return rows.map((row) => dayOfNumber(Number(row.day)));
}

export function dayKey(day: string): number {
  return Number(day.replaceAll('-', ''));
}

/** What is older lies in the first partition as well, and goes with it. */
export async function countUpTo(database: Database, day: string): Promise<number> {
  const [row] = await database.select('SELECT COUNT(*) AS found FROM passages WHERE day <= ?', [dayKey(day)]);

  return Number(row?.found);
}

function pageUpTo(database: Database, day: string, after: Row | undefined): Promise<Row[]> {
  const behind = after ? ' AND (day > ? OR (day = ? AND id > ?))' : '';

  return database.select(
    `SELECT day, id, request_hash FROM passages WHERE day <= ?${behind} ORDER BY day, id LIMIT ?`,
    [dayKey(day), ...(after ? [after.day, after.day, bytesOf(after.id)] : []), slice[database.dialect]],
  );
}

export interface DayDigest {
  found: number;
  /** SHA-256 over id and request hash of each row in order of the key, in hex: whoever has a copy can compute it. */
  digest: string;
}

/**
 * What stands in a day, before it is dropped.
 * @param onPage called between pages, which are many on a big day
 */
export async function digestUpTo(
  database: Database,
  day: string,
  onPage: () => Promise<void>,
): Promise<DayDigest> {
  const hash = createHash('sha256');
  let found = 0;
  let page: Row[] = [];
  do {
    page = await pageUpTo(database, day, page.at(-1));
    for (const row of page) {
      hash.update(bytesOf(row.id)).update(bytesOf(row.request_hash));
    }
    found += page.length;
    await onPage();
    await breathe();
  } while (page.length > 0);

  return { found, digest: hash.digest('hex') };
}

async function deleteSlice(database: Database, day: string): Promise<number> {
  const rows = await pageUpTo(database, day, undefined);
  const days = [...new Set(rows.map((row) => Number(row.day)))];
  await database.write(async (tx) => {
    for (const one of days) {
      const ids = rows.filter((row) => Number(row.day) === one).map((row) => bytesOf(row.id));
      await database.execute('DELETE FROM passages WHERE day = ? AND id IN (?)', [one, ids], tx);
    }
  });

  return rows.length;
}

/** Takes a day away with all that is older: its partition at once, and what has none in slices. */
export async function dropUpTo(database: Database, day: string): Promise<void> {
  const partitions = partitionsOf(database);
  if (partitions.exist && (await partitions.days()).includes(day)) {
    await partitions.drop(day);
  }
  while ((await deleteSlice(database, day)) > 0) {
    await breathe();
  }
}
