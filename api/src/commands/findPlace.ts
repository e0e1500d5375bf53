import { normaliseShortCode } from '@anxing/contract/shortCode';

import { AppError } from '../base/errors';
import { posterTokenFromText } from '../codes/posterLink';
import { readPosterToken, type PosterIdentity } from '../codes/posterToken';
import type { Services } from '../context';
import type { Point } from '../models/point';
import type { Poster } from '../models/poster';
import type { Unit } from '../models/unit';

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

/** Genuine tokens of each house: a poster that is scanned all day is verified once. */
const genuine = new WeakMap<object, Map<string, PosterIdentity>>();
const genuineKept = 20_000;

function contentOf({ posterKeys }: Services, token: string): PosterIdentity | undefined {
  const known = genuine.get(posterKeys) ?? new Map<string, PosterIdentity>();
  const content = known.get(token);
  if (content) {
    return content;
  }
  const reading = readPosterToken(posterKeys, token);
  if (!reading.ok) {
    return undefined;
  }
  if (known.size >= genuineKept) {
    known.clear();
  }
  genuine.set(posterKeys, known.set(token, reading.content));

  return reading.content;
}

async function idByToken(services: Services, text: string): Promise<string | undefined> {
  const { caches, settings } = services;
  const { origin, posterOrigins } = settings;
  const token = posterTokenFromText(text, [origin, ...posterOrigins]);
  const content = token === undefined ? undefined : contentOf(services, token);
  if (!content) {
    return undefined;
  }
  const { pointReference, serial } = content;
  const pointId = await caches.pointIdByReference.find(pointReference.toString('hex'));

  return pointId === undefined ? undefined : caches.posterIdBySerial.find(`${pointId}/${serial}`);
}

/**
 * The place of a poster in force.
 * @param text a token, the link in whatever form a phone hands it over, or the short code printed below it;
 *   a link is compared, never followed
 * @throws poster_refused
 */
export async function findPlaceOfPoster(services: Services, text: string): Promise<PosterPlace> {
  const { caches } = services;
  const shortCode = normaliseShortCode(text);
  const id = await (shortCode ? caches.posterIdByShortCode.find(shortCode) : idByToken(services, text));
  const poster = id === undefined ? undefined : await caches.posters.get(id);
  const point = poster && (await caches.points.get(poster.pointId));
  const unit = point && (await caches.units.get(point.unitId));
  if (!poster || poster.revokedAt !== null || !point?.active || !unit?.active) {
    refusePoster();
  }

  return { poster, point, unit };
}

/** The point and unit of a passage that is being left; a closed point can be left as well. */
export async function findPlaceOfPoint({ caches }: Services, pointId: string): Promise<Place> {
  const point = await caches.points.get(pointId);
  const unit = point && (await caches.units.get(point.unitId));
  if (!point || !unit) {
    throw new AppError('not_found');
  }

  return { point, unit };
}
