import { AppError } from '../base/errors';
import { posterTokenFromText } from '../codes/posterLink';
import { readPosterToken } from '../codes/posterToken';
import type { Services } from '../context';
import { Point } from '../models/point';
import { Poster } from '../models/poster';
import { Unit } from '../models/unit';

export interface Place {
  point: Point;
  unit: Unit;
}

export interface PosterPlace extends Place {
  poster: Poster;
}

/** Forged, cut, foreign, revoked and unknown posters are refused alike: the answer teaches a forger nothing. */
function refusePoster(): never {
  throw new AppError('poster_refused');
}

/**
 * The place of a poster in force.
 * @param text a token, or the link in whatever form a phone hands it over; it is never followed
 * @throws poster_refused
 */
export async function findPlaceOfPoster(services: Services, text: string): Promise<PosterPlace> {
  const { origin, posterOrigins } = services.settings;
  const token = posterTokenFromText(text, [origin, ...posterOrigins]) ?? refusePoster();
  const reading = readPosterToken(services.posterKeys, token);
  if (!reading.ok) {
    refusePoster();
  }
  const { pointReference, serial } = reading.content;
  const point = await Point.findOne({ where: { reference: pointReference.toString('hex') } });
  const poster = point && (await Poster.findOne({ where: { pointId: point.id, serial } }));
  const unit = point && (await Unit.findByPk(point.unitId));
  if (!poster || poster.revokedAt !== null || !point?.active || !unit?.active) {
    refusePoster();
  }

  return { poster, point, unit };
}

/** The point and unit of a passage that is being left; a closed point can be left as well. */
export async function findPlaceOfPoint(pointId: string): Promise<Place> {
  const point = await Point.findByPk(pointId);
  const unit = point && (await Unit.findByPk(point.unitId));
  if (!point || !unit) {
    throw new AppError('not_found');
  }

  return { point, unit };
}
