import { randomBytes } from 'node:crypto';

import { newId } from '../../base/ids';
import { pointReferenceBytes } from '../../codes/posterToken';
import { createManyBy } from '../../models/auditedModel';
import { Point } from '../../models/point';
import type { Scene } from '../../storage/scene';
import type { PlannedPoint } from './planImport';
import type { ReadRow } from './readRow';

interface Made {
  id: string;
  rootId: string;
}

/** Opens the planned points of a unit. @returns their ids in the order of the list */
export async function addPlanned(
  scene: Scene,
  unitId: string,
  planned: readonly PlannedPoint[],
): Promise<string[]> {
  const made = new Map<ReadRow, Made>();
  const values = planned.map(({ row, input: { location, ...fields }, parent }) => {
    const id = newId(scene.now);
    const above = parent === null ? null : 'row' in parent ? made.get(parent.row) : parent.point;
    const rootId = above?.rootId ?? id;
    made.set(row, { id, rootId });

    return {
      ...fields,
      id,
      unitId,
      parentId: above?.id ?? null,
      rootId,
      reference: randomBytes(pointReferenceBytes).toString('hex'),
      latitude: location?.latitude ?? null,
      longitude: location?.longitude ?? null,
      active: true,
      createdAt: scene.now,
    };
  });
  await createManyBy(Point, scene, values);
  const inList = [...made].sort(([a], [b]) => a.number - b.number);

  return inList.map(([, { id }]) => id);
}
