import { idToBytes, newId } from '../base/ids';
import type { Database } from '../storage/database';
import type { Link } from '../storage/link';
import type { Scene } from '../storage/scene';

export interface Look {
  personId: string;
  unitId: string | null;
  staffId: string | null;
  /** Why, in words that the person reads. */
  purpose: string;
}

/** Writes down who looked at whose data: the person reads it. */
export async function insertLooks(looks: readonly Look[], now: number, tx: Link): Promise<void> {
  const rows = looks.map(({ personId, unitId, staffId, purpose }) => [
    idToBytes(newId(now)),
    idToBytes(personId),
    now,
    unitId && idToBytes(unitId),
    staffId && idToBytes(staffId),
    purpose,
  ]);
  await tx.insert('accesses (id, person_id, at, unit_id, staff_id, purpose)', rows);
}

/** Writes down who looked at whose data, and adds it to what the scene leaves in the audit chain. */
export async function recordLooks(database: Database, scene: Scene, looks: readonly Look[]): Promise<void> {
  await insertLooks(looks, scene.now, database.within(scene.tx));
  for (const { personId, purpose } of looks) {
    scene.events.push({ action: 'persons.read', target: personId, details: { purpose } });
  }
}
