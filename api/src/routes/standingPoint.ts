import { InvalidInput } from '../base/errors';
import type { Services } from '../context';
import type { Point } from '../models/point';
import { mayStandAt } from '../policies/mayStandAt';
import type { StaffCaller } from '../web/caller';

/** A point where the caller may stand. @throws invalid_input when there is none such */
export async function standingPoint(
  { caches }: Services,
  { staff, unit }: StaffCaller,
  pointId: string,
): Promise<Point> {
  const point = await caches.points.get(pointId);
  const granted = await caches.grantedPoints.get(staff.id);
  const isStanding = point?.unitId === unit.id && mayStandAt(staff, granted?.has(pointId) ?? false);
  if (!point || !isStanding) {
    throw new InvalidInput({ pointId: 'pointUnknown' });
  }

  return point;
}
