import { idFromBytes, idToBytes } from '../base/ids';
import type { InstantKey } from '../base/paging';
import type { Database } from '../storage/database';

export interface LookedAt {
  id: string;
  at: number;
  unitId: string | null;
  purpose: string;
}

/** Who looked at a person's data, newest first. */
export async function readLooks(
  database: Database,
  personId: string,
  limit: number,
  after: InstantKey | undefined,
): Promise<LookedAt[]> {
  const older = after ? ' AND (at < ? OR (at = ? AND id < ?))' : '';
  const rows = await database.select(
    `SELECT id, at, unit_id, purpose FROM accesses WHERE person_id = ?${older} ORDER BY at DESC, id DESC LIMIT ?`,
    [idToBytes(personId), ...(after ? [after.at, after.at, idToBytes(after.id)] : []), limit],
  );

  return rows.map((row) => ({
    id: idFromBytes(row.id as Uint8Array),
    at: Number(row.at),
    unitId: row.unit_id === null ? null : idFromBytes(row.unit_id as Uint8Array),
    purpose: String(row.purpose),
  }));
}
