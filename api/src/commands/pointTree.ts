import { limits } from '@anxing/contract/limits';

import { AppError } from '../base/errors';
import { lockOne } from '../models/auditedModel';
import { Point } from '../models/point';
import { Unit } from '../models/unit';
import type { Scene } from '../storage/scene';

/** The points above a point, nearest first; cut where a row is missing. */
async function ancestorsOf(scene: Scene, point: Point): Promise<Point[]> {
  const above: Point[] = [];
  let next = point.parentId;
  while (next !== null && above.length < limits.pointDepth) {
    const parent = await Point.findByPk(next, { transaction: scene.tx });
    if (!parent) {
      break;
    }
    above.push(parent);
    next = parent.parentId;
  }

  return above;
}

/**
 * A point of the unit that a new one may be put under; undefined when there is none such, or it lies too deep.
 * It is locked, so that it is not closed meanwhile.
 */
export async function findParent(scene: Scene, unitId: string, parentId: string): Promise<Point | undefined> {
  const parent = await lockOne(Point, scene, { id: parentId, unitId });
  if (!parent?.active) {
    return undefined;
  }
  const depth = (await ancestorsOf(scene, parent)).length + 2;

  return depth <= limits.pointDepth ? parent : undefined;
}

/** A point's open children, grandchildren and so on. */
export async function openBelow(scene: Scene, point: Point): Promise<Point[]> {
  const children = await Point.findAll({
    where: { parentId: point.id, active: true },
    transaction: scene.tx,
    lock: scene.tx.LOCK.UPDATE,
  });
  const deeper = await Promise.all(children.map((child) => openBelow(scene, child)));

  return [...children, ...deeper.flat()];
}

/**
 * Makes sure that a unit may have one more open point. The unit is locked, so that two at once do not both fit.
 * @throws conflict
 */
export async function reservePlace(scene: Scene, unitId: string): Promise<void> {
  await lockOne(Unit, scene, { id: unitId });
  const open = await Point.count({ where: { unitId, active: true }, transaction: scene.tx });
  if (open >= limits.pointsPerUnit) {
    throw new AppError('conflict');
  }
}
