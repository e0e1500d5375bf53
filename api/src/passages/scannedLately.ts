import { dayNumber } from '../base/days';
import { idFromBytes, idToBytes } from '../base/ids';
import type { Database } from '../storage/database';
import { kindCodes } from './columns';

/** Points in one question. */
const atOnce = 200;

export interface LatelyWanted {
  pointIds: readonly string[];
  zone: string;
  /** ms */
  since: number;
  now: number;
}

/** Ids of the people who were checked by staff or a device at some points since an instant. */
export async function scannedLately(
  database: Database,
  { pointIds, zone, since, now }: LatelyWanted,
): Promise<string[]> {
  const people = new Set<string>();
  for (let start = 0; start < pointIds.length; start += atOnce) {
    const rows = await database.read(
      `SELECT DISTINCT person_id FROM passages${database.usingIndex('passages_by_point')} ` +
        'WHERE point_id IN (?) AND at >= ? AND day BETWEEN ? AND ? AND kind = ?',
      [
        pointIds.slice(start, start + atOnce).map(idToBytes),
        since,
        dayNumber(since, zone),
        dayNumber(now, zone),
        kindCodes.scan,
      ],
    );
    rows.forEach((row) => people.add(idFromBytes(row.person_id as Uint8Array)));
  }

  return [...people];
}
