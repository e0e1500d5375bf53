import { AppError } from '../base/errors';
import type { Services } from '../context';
import type { Point } from '../models/point';
import { isInSight } from '../policies/pointSight';
import { sameUnit } from '../policies/sameUnit';
import type { StaffCaller } from '../web/caller';
import { sightOf } from '../web/pointSight';

/** A point that the caller may look at. @throws not_found, also for another unit's, and one that was not given to him */
export async function seenPoint(services: Services, caller: StaffCaller, id: string): Promise<Point> {
  const point = await services.caches.points.get(id);
  if (!point || !sameUnit(caller.unit, point) || !isInSight(await sightOf(services, caller), id)) {
    throw new AppError('not_found');
  }

  return point;
}
