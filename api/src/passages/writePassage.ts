import { countFlow } from '../flow/countFlow';
import { closePresence, lockPresences, writePresence } from '../flow/presences';
import type { Database } from '../storage/database';
import type { Scene } from '../storage/scene';
import { planMovement, type Movement, type Placement } from './movePresence';
import { insertPassages, passageValues, type Passage } from './passage';

async function writeMovement(
  database: Database,
  scene: Scene,
  passage: Passage,
  movement: Movement,
  { rootId, stayMs }: Placement,
): Promise<void> {
  for (const pointId of movement.close) {
    await closePresence(database, passage.personId, pointId, passage.at, scene.tx);
  }
  if (!movement.own) {
    return;
  }
  const { personId, pointId, unitId } = passage;
  const { inside, changedAt } = movement.own;
  await writePresence(
    database,
    {
      personId,
      pointId,
      unitId,
      rootId,
      passageDay: passage.day,
      passageId: passage.id,
      inside,
      changedAt,
      leavesAt: changedAt + stayMs,
    },
    scene.tx,
  );
}

/**
 * Writes one passage with its presence and counts, inside the scene's transaction. A row with the same key makes
 * the statement fail with a duplicate: the caller then reads the first answer.
 * @returns the passage as stored
 */
export async function writePassage(
  database: Database,
  scene: Scene,
  slot: number,
  passage: Passage,
  placement: Placement,
): Promise<Passage> {
  const presences = await lockPresences(database, passage.personId, scene.tx);
  const movement = planMovement(passage, presences, placement);
  const stored = { ...passage, counted: movement.counted };
  await database.execute(insertPassages, [[passageValues(stored)]], scene.tx);
  await writeMovement(database, scene, stored, movement, placement);
  await countFlow(database, slot, movement.flow, scene.tx);
  scene.events.push({
    action: `passages.${passage.kind}`,
    target: passage.id,
    details: { point: passage.pointId, direction: passage.direction, decision: passage.decision },
  });

  return stored;
}
