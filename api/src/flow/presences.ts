import type { Transaction } from 'sequelize';

import { idFromBytes, idToBytes } from '../base/ids';
import type { Database } from '../storage/database';

/** One person inside one point, or not any more. The latest event decides, in whatever order they arrive. */
export interface Presence {
  pointId: string;
  rootId: string;
  inside: boolean;
  /** ms of the event that made it so. */
  changedAt: number;
}

export interface Opening {
  personId: string;
  pointId: string;
  rootId: string;
  unitId: string;
  passageDay: number;
  passageId: string;
  inside: boolean;
  changedAt: number;
  /** ms: when somebody inside is taken to have left. */
  leavesAt: number;
}

/** Every presence row of a person. The person is locked first, so that two check-ins of one person take turns. */
export async function lockPresences(
  database: Database,
  personId: string,
  tx: Transaction,
): Promise<Presence[]> {
  await database.select(`SELECT id FROM persons WHERE id = ?${database.forUpdate}`, [personId], tx);
  const rows = await database.select(
    `SELECT point_id, root_id, inside, changed_at FROM presences WHERE person_id = ?${database.forUpdate}`,
    [idToBytes(personId)],
    tx,
  );

  return rows.map((row) => ({
    pointId: idFromBytes(row.point_id as Uint8Array),
    rootId: idFromBytes(row.root_id as Uint8Array),
    inside: Boolean(row.inside),
    changedAt: Number(row.changed_at),
  }));
}

/** Writes how a person stands to a point. */
export async function writePresence(database: Database, opening: Opening, tx: Transaction): Promise<void> {
  const kept = ['root_id', 'unit_id', 'passage_day', 'passage_id', 'inside', 'changed_at', 'leaves_at'];
  await database.execute(
    'INSERT INTO presences (person_id, point_id, root_id, unit_id, passage_day, passage_id, inside, changed_at, leaves_at) VALUES ?' +
      database.onDuplicate(['person_id', 'point_id'], kept.map((name) => `${name} = new.${name}`).join(', ')),
    [
      [
        [
          idToBytes(opening.personId),
          idToBytes(opening.pointId),
          idToBytes(opening.rootId),
          idToBytes(opening.unitId),
          opening.passageDay,
          idToBytes(opening.passageId),
          Number(opening.inside),
          opening.changedAt,
          opening.leavesAt,
        ],
      ],
    ],
    tx,
  );
}

/**
 * Ends a presence, if it is open and nothing later is known; which passage opened it stays.
 * @returns whether it was open
 */
export async function closePresence(
  database: Database,
  personId: string,
  pointId: string,
  at: number,
  tx: Transaction,
): Promise<boolean> {
  const key = [idToBytes(personId), idToBytes(pointId)];
  const [open] = await database.select(
    `SELECT inside FROM presences WHERE person_id = ? AND point_id = ? AND inside = 1 AND changed_at <= ?${database.forUpdate}`,
    [...key, at],
    tx,
  );
  if (!open) {
    return false;
  }
  await database.execute(
    'UPDATE presences SET inside = 0, changed_at = ? WHERE person_id = ? AND point_id = ?',
    [at, ...key],
    tx,
  );

  return true;
}
