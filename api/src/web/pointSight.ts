import type { Services } from '../context';
import type { PointSight } from '../policies/pointSight';
import { seesEveryPoint } from '../policies/seesEveryPoint';
import type { StaffCaller } from './caller';

/** Which points somebody may look at: those of his unit, a plain guard only those given to him. */
export async function sightOf({ caches }: Services, { staff, roles }: StaffCaller): Promise<PointSight> {
  return seesEveryPoint(roles) ? 'all' : ((await caches.grantedPoints.get(staff.id)) ?? new Set());
}
