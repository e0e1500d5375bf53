import { idToBytes, newId } from '../base/ids';
import type { Database } from '../storage/database';
import type { Scene } from '../storage/scene';

export interface Look {
  personId: string;
  unitId: string | null;
  staffId: string | null;
  /** Why, in words that the person reads. */
  purpose: string;
}

/** Writes down who looked at whose data: the person reads it, and the audit chain holds it. */
export async function recordLooks(database: Database, scene: Scene, looks: readonly Look[]): Promise<void> {
  if (looks.length === 0) {
    return;
  }
  const rows = looks.map(({ personId, unitId, staffId, purpose }) => [
    idToBytes(newId(scene.now)),
    idToBytes(personId),
    scene.now,
    unitId && idToBytes(unitId),
    staffId && idToBytes(staffId),
    purpose,
  ]);
  await database.execute(
    'INSERT INTO accesses (id, person_id, at, unit_id, staff_id, purpose) VALUES ?',
    [rows],
    scene.tx,
  );
  for (const { personId, purpose } of looks) {
    scene.events.push({ action: 'persons.read', target: personId, details: { purpose } });
  }
}
