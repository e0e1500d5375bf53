import { InvalidInput } from '../base/errors';
import { Grant } from '../models/grant';
import { Point } from '../models/point';
import { mayStandAt } from '../policies/mayStandAt';
import type { StaffCaller } from '../web/caller';

/** A point where the caller may stand. @throws invalid_input when there is none such */
export async function standingPoint({ staff, unit }: StaffCaller, pointId: string): Promise<Point> {
  const point = await Point.findOne({ where: { id: pointId, unitId: unit.id } });
  const granted = point && (await Grant.findOne({ where: { staffId: staff.id, pointId } }));
  if (!point || !mayStandAt(staff, granted !== null)) {
    throw new InvalidInput({ pointId: 'pointUnknown' });
  }

  return point;
}
