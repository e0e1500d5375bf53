import { InvalidInput } from '../base/errors';
import { newId } from '../base/ids';
import { createBy } from '../models/auditedModel';
import { Grant } from '../models/grant';
import { Point } from '../models/point';
import type { Staff } from '../models/staff';
import type { Scene } from '../storage/scene';

async function checkPoints(scene: Scene, unitId: string, pointIds: readonly string[]): Promise<void> {
  const own = await Point.findAll({
    attributes: ['id'],
    where: { unitId, id: [...pointIds] },
    transaction: scene.tx,
  });
  const known = new Set(own.map(({ id }) => id));
  const faults = pointIds.flatMap((id, i) => (known.has(id) ? [] : [[`pointIds.${i}`, 'pointUnknown']]));
  if (faults.length > 0) {
    throw new InvalidInput(Object.fromEntries(faults));
  }
}

/**
 * Gives a guard exactly these points of his unit.
 * @returns whether that changed anything
 * @throws invalid_input naming each point that the unit does not have
 */
export async function setGrants(scene: Scene, staff: Staff, pointIds: readonly string[]): Promise<boolean> {
  await checkPoints(scene, staff.unitId, pointIds);
  const given = await Grant.findAll({ where: { staffId: staff.id }, transaction: scene.tx });
  const lost = given.filter(({ pointId }) => !pointIds.includes(pointId));
  const held = new Set(given.map(({ pointId }) => pointId));
  const won = [...new Set(pointIds)].filter((pointId) => !held.has(pointId));
  for (const grant of lost) {
    await grant.destroyBy(scene);
  }
  for (const pointId of won) {
    await createBy(Grant, scene, {
      id: newId(scene.now),
      staffId: staff.id,
      pointId,
      createdAt: scene.now,
    });
  }

  return lost.length + won.length > 0;
}
