import { AppError } from '../base/errors';
import { newId } from '../base/ids';
import { writeAs, type Origin, type Services } from '../context';
import { createBy, lockOne } from '../models/auditedModel';
import { Duty } from '../models/duty';
import { Point } from '../models/point';
import { Staff } from '../models/staff';
import { endDuties } from './endDuties';
import { requireClear } from './requireClear';

/**
 * Signs a staff member on at a point, and off where he was before: nobody stands in two places.
 * @throws point_closed, duty_unverified, duty_colour
 */
export async function startDuty(
  services: Services,
  origin: Origin,
  staff: Staff,
  { pointId, place = null }: { pointId: string; place?: string | null | undefined },
): Promise<Duty> {
  const person = await requireClear(services, staff);
  const { id: staffId } = staff;

  return writeAs(services, origin, async (scene) => {
    await lockOne(Staff, scene, { id: staffId });
    const point = await lockOne(Point, scene, { id: pointId });
    if (!point?.active) {
      throw new AppError('point_closed');
    }
    await endDuties(scene, { staffId: [staffId] });

    return createBy(Duty, scene, {
      id: newId(scene.now),
      staffId,
      pointId,
      personId: person?.id ?? null,
      place,
      since: scene.now,
      until: null,
    });
  });
}
