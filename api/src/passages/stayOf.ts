import { dayNumber } from '../base/days';
import { idToBytes } from '../base/ids';
import type { Database } from '../storage/database';

export interface Stay {
  /** ms */
  firstAt: number;
  /** ms */
  lastAt: number;
}

/** When a person first and last passed a point of a unit since `since` (ms); undefined for who never did. */
export async function stayOf(
  database: Database,
  zone: string,
  unitId: string,
  personId: string,
  since: number,
): Promise<Stay | undefined> {
  const [row] = await database.select(
    `SELECT MIN(at) AS earliest, MAX(at) AS latest FROM passages${database.usingIndex('passages_by_person')} ` +
      'WHERE person_id = ? AND at >= ? AND unit_id = ? AND day >= ?',
    [idToBytes(personId), since, idToBytes(unitId), dayNumber(since, zone)],
  );

  return row?.earliest ? { firstAt: Number(row.earliest), lastAt: Number(row.latest) } : undefined;
}
