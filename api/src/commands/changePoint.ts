import type { z } from 'zod';

import type { pointChange, PointKind } from '@anxing/contract/points';

import { AppError, InvalidInput } from '../base/errors';
import { writeAs, type Origin, type Services } from '../context';
import { lockOne } from '../models/auditedModel';
import { Point } from '../models/point';
import { Unit } from '../models/unit';
import type { Scene } from '../storage/scene';
import { emptyPoint } from './emptyPoint';
import { endDuties } from './endDuties';
import { pointFaults, vehicleFaults, type Faults, type PointInput } from './pointFaults';
import { openBelow, reservePlace } from './pointTree';
import { revokePosters } from './revokePosters';

type PointChanges = z.output<typeof pointChange>;

/** The warning line may be given without the capacity that is stored, and the other way round: what was sent is named. */
function warningFault({ capacity, warningLine }: Point, fields: object): Faults {
  if (capacity === null || warningLine === null || warningLine <= capacity) {
    return {};
  }
  const name = 'capacity' in fields && !('warningLine' in fields) ? 'capacity' : 'warningLine';

  return { [name]: 'warningAboveCapacity' };
}

/** What was a vehicle and is none any more has neither line nor plate, unless somebody says so against the rule. */
function assign(point: Point, { location, ...fields }: Omit<PointChanges, 'active'>): void {
  const isVehicle = (fields.kind ?? point.kind) === 'vehicle';
  point.set({ ...(isVehicle ? {} : { line: null, plate: null }), ...fields });
  if (location !== undefined) {
    point.set({ latitude: location?.latitude ?? null, longitude: location?.longitude ?? null });
  }
}

/** What is wrong with the point as it would be: a change may name one of two fields that depend on each other. */
function mergedFaults(point: Point, fields: object): Faults {
  const kind = point.kind as PointKind;

  return { ...warningFault(point, fields), ...vehicleFaults({ ...point.dataValues, kind }) };
}

/** What was sent of a point; a division that stays as it was is nobody's fault. */
async function sentFaults(
  services: Services,
  scene: Scene,
  point: Point,
  fields: Partial<PointInput>,
): Promise<Faults> {
  const { division, ...others } = fields;
  const moves = division !== undefined && division !== point.previous('division');
  const unit = await Unit.findByPk(point.unitId, { transaction: scene.tx, rejectOnEmpty: true });

  return pointFaults(services.config, moves ? fields : others, unit.division);
}

/** Closes a place with everything in it: its posters are void and nobody is on duty there any more. */
async function closePoint(scene: Scene, point: Point): Promise<void> {
  const closing = [point, ...(await openBelow(scene, point))];
  const pointId = closing.map(({ id }) => id);
  for (const one of closing) {
    one.active = false;
    await one.saveBy(scene);
  }
  await revokePosters(scene, pointId);
  await endDuties(scene, { pointId });
}

/** A floor does not open again while its building is closed. */
async function reopenPoint(scene: Scene, point: Point): Promise<void> {
  const parent = point.parentId === null ? null : await lockOne(Point, scene, { id: point.parentId });
  if (parent && !parent.active) {
    throw new AppError('point_closed');
  }
  await reservePlace(scene, point.unitId);
  point.active = true;
  await point.saveBy(scene);
}

interface Changed {
  point: Point;
  isClosed: boolean;
}

function write(
  services: Services,
  origin: Origin,
  pointId: string,
  { active, ...fields }: PointChanges,
): Promise<Changed> {
  return writeAs(services, origin, async (scene) => {
    const point = await lockOne(Point, scene, { id: pointId });
    if (!point) {
      throw new AppError('not_found');
    }
    assign(point, fields);
    const faults = {
      ...(await sentFaults(services, scene, point, fields)),
      ...mergedFaults(point, fields),
    };
    if (Object.keys(faults).length > 0) {
      throw new InvalidInput(faults);
    }
    await point.saveBy(scene);
    const isClosed = active === false && point.active;
    if (isClosed) {
      await closePoint(scene, point);
    }
    if (active === true && !point.active) {
      await reopenPoint(scene, point);
    }

    return { point, isClosed };
  });
}

/**
 * Changes a service point. Closing it closes the points below, revokes their posters and ends duties, all at once; then
 * everybody in it is taken to have left, since a closed place has no board from which it could be cleared.
 * @throws invalid_input naming every wrong field, point_closed when the point above is closed
 */
export async function changePoint(
  services: Services,
  origin: Origin,
  pointId: string,
  changes: PointChanges,
): Promise<Point> {
  const { point, isClosed } = await write(services, origin, pointId, changes);
  if (isClosed) {
    await emptyPoint(services, origin, point);
  }

  return point;
}
