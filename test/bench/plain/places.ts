import { InvalidInput, AppError } from '../../../api/src/base/errors';
import { posterTokenFromText } from '../../../api/src/codes/posterLink';
import { readPosterToken } from '../../../api/src/codes/posterToken';
import type { Services } from '../../../api/src/context';
import { Grant } from '../../../api/src/models/grant';
import { Point } from '../../../api/src/models/point';
import { Poster } from '../../../api/src/models/poster';
import { Unit } from '../../../api/src/models/unit';
import { mayStandAt } from '../../../api/src/policies/mayStandAt';
import type { StaffCaller } from '../../../api/src/web/caller';

export interface Place {
  point: Point;
  unit: Unit;
  poster?: Poster;
}

/** The place of a poster in force, by its token. @throws poster_refused */
export async function placeOfPoster(services: Services, text: string): Promise<Place> {
  const token = posterTokenFromText(text, [services.settings.origin]);
  const reading = token === undefined ? undefined : readPosterToken(services.posterKeys, token);
  if (!reading?.ok) {
    throw new AppError('poster_refused');
  }
  const { pointReference, serial } = reading.content;
  const point = await Point.findOne({ where: { reference: pointReference.toString('hex') } });
  const poster = point && (await Poster.findOne({ where: { pointId: point.id, serial } }));
  const unit = point && (await Unit.findByPk(point.unitId));
  if (!poster || poster.revokedAt !== null || !point.active || !unit?.active) {
    throw new AppError('poster_refused');
  }

  return { poster, point, unit };
}

/** The open point where a staff member may stand. @throws invalid_input, point_closed */
export async function placeOfStaff({ staff, unit }: StaffCaller, pointId: string): Promise<Place> {
  const point = await Point.findOne({ where: { id: pointId, unitId: unit.id } });
  const grant = point && (await Grant.findOne({ where: { staffId: staff.id, pointId } }));
  if (!point || !mayStandAt(staff, grant !== null)) {
    throw new InvalidInput({ pointId: 'pointUnknown' });
  }
  if (!point.active) {
    throw new AppError('point_closed');
  }

  return { point, unit };
}
