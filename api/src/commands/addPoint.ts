import { randomBytes } from 'node:crypto';

import { InvalidInput } from '../base/errors';
import { newId } from '../base/ids';
import { pointReferenceBytes } from '../codes/posterToken';
import { writeAs, type Origin, type Services } from '../context';
import { createBy } from '../models/auditedModel';
import { Point } from '../models/point';
import type { Unit } from '../models/unit';
import type { Scene } from '../storage/scene';
import { pointFaults, vehicleFaults, type Faults, type PointInput } from './pointFaults';
import { findParent, reservePlace } from './pointTree';

function insertPoint(
  scene: Scene,
  unit: Unit,
  { location, ...fields }: PointInput,
  rootId?: string,
): Promise<Point> {
  const id = newId(scene.now);

  return createBy(Point, scene, {
    ...fields,
    id,
    unitId: unit.id,
    rootId: rootId ?? id,
    reference: randomBytes(pointReferenceBytes).toString('hex'),
    latitude: location?.latitude ?? null,
    longitude: location?.longitude ?? null,
    active: true,
    createdAt: scene.now,
  });
}

/**
 * Opens a service point of a unit, alone or under another of its points.
 * @throws invalid_input naming every wrong field, conflict when the unit has as many points as it may
 */
export function addPoint(services: Services, origin: Origin, unit: Unit, input: PointInput): Promise<Point> {
  return writeAs(services, origin, async (scene) => {
    const { parentId } = input;
    const parent = parentId === null ? undefined : await findParent(scene, unit.id, parentId);
    const faults: Faults = {
      ...pointFaults(services.config, input, unit.division),
      ...vehicleFaults(input),
      ...(parentId !== null && !parent ? { parentId: 'parent' } : {}),
    };
    if (Object.keys(faults).length > 0) {
      throw new InvalidInput(faults);
    }
    await reservePlace(scene, unit.id);

    return insertPoint(scene, unit, input, parent?.rootId);
  });
}
