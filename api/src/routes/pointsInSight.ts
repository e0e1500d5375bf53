import type { WhereOptions } from 'sequelize';

import { Grant } from '../models/grant';
import type { Point } from '../models/point';
import { seesEveryPoint } from '../policies/seesEveryPoint';
import type { StaffCaller } from '../web/caller';

/** Which points somebody may look at: those of his unit, a plain guard only those given to him. */
export async function pointsInSight({ unit, staff, roles }: StaffCaller): Promise<WhereOptions<Point>> {
  if (seesEveryPoint(roles)) {
    return { unitId: unit.id };
  }
  const grants = await Grant.findAll({ where: { staffId: staff.id } });

  return { unitId: unit.id, id: grants.map(({ pointId }) => pointId) };
}
