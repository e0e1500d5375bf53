import { idFromBytes, idToBytes } from '../base/ids';
import type { Database } from '../storage/database';
import type { Scene } from '../storage/scene';
import type { Look } from './accessLog';

/** The persons whom a staff member has looked at for a purpose since `since` (ms). */
async function alreadyLookedAt(
  database: Database,
  scene: Scene,
  looks: readonly Look[],
  since: number,
): Promise<Set<string>> {
  const [{ staffId, purpose } = { staffId: null, purpose: '' }] = looks;
  const rows = await database.select(
    'SELECT DISTINCT person_id FROM accesses WHERE person_id IN (?) AND at >= ? AND staff_id = ? AND purpose = ?',
    [looks.map(({ personId }) => idToBytes(personId)), since, staffId && idToBytes(staffId), purpose],
    scene.tx,
  );

  return new Set(rows.map((row) => idFromBytes(row.person_id as Uint8Array)));
}

/**
 * Leaves out looks that were written down already within the last `ms`: who turns pages back and forth has looked
 * once. All looks are of one staff member and one purpose.
 */
export async function newLooks(
  database: Database,
  scene: Scene,
  looks: readonly Look[],
  ms: number,
): Promise<Look[]> {
  if (looks.length === 0) {
    return [];
  }
  const known = await alreadyLookedAt(database, scene, looks, scene.now - ms);

  return looks.filter(({ personId }) => !known.has(personId));
}
