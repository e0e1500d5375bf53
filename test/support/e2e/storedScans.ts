import { idFromBytes, idToBytes } from '../../../api/src/base/ids';
import type { Services } from '../../../api/src/context';

export interface StoredScan {
  personId: string;
  at: number;
  /** Id of the device; `guard` for one that staff made. */
  verifier: string;
  colour: string;
  decision: string;
  isLate: boolean;
}

/** The scans at a point, as they happened. */
export async function storedScans({ database }: Services, pointId: string): Promise<StoredScan[]> {
  const rows = await database.read(
    'SELECT person_id, at, device_id, colour, decision, late FROM passages WHERE point_id = ? ORDER BY at, id',
    [idToBytes(pointId)],
  );

  return rows.map((row) => ({
    personId: idFromBytes(row.person_id as Uint8Array),
    at: Number(row.at),
    verifier: row.device_id === null ? 'guard' : idFromBytes(row.device_id as Uint8Array),
    colour: String(row.colour),
    decision: String(row.decision),
    isLate: Boolean(row.late),
  }));
}
