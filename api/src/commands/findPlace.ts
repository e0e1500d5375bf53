import { normaliseShortCode } from '@anxing/contract/shortCode';

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

async function findByToken(services: Services, text: string): Promise<Poster | null> {
  const { origin, posterOrigins } = services.settings;
  const token = posterTokenFromText(text, [origin, ...posterOrigins]);
  const reading = token === undefined ? undefined : readPosterToken(services.posterKeys, token);
  if (!reading?.ok) {
    return null;
  }
  const { pointReference, serial } = reading.content;
  const point = await Point.findOne({ where: { reference: pointReference.toString('hex') } });

  return point && Poster.findOne({ where: { pointId: point.id, serial } });
}

/**
 * The place of a poster in force.
 * @param text a token, the link in whatever form a phone hands it over, or the short code printed below it;
 *   a link is compared, never followed
 * @throws poster_refused
 */
export async function findPlaceOfPoster(services: Services, text: string): Promise<PosterPlace> {
  const shortCode = normaliseShortCode(text);
  const poster = shortCode
    ? await Poster.findOne({ where: { shortCode } })
    : await findByToken(services, text);
  const point = poster && (await Point.findByPk(poster.pointId));
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
