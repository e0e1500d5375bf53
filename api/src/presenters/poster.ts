import type { PosterState } from '@anxing/contract/points';

import { posterLink } from '../codes/posterLink';
import { issuePosterToken } from '../codes/posterToken';
import type { Services } from '../context';
import type { Point } from '../models/point';
import type { Poster } from '../models/poster';

/** What the QR code of a poster holds; the same as long as the key it was issued with is kept. */
export function linkOfPoster({ posterKeys, settings }: Services, point: Point, poster: Poster): string {
  const key = posterKeys.find(poster.keyId) ?? posterKeys.current;
  const pointReference = Buffer.from(point.reference, 'hex');

  return posterLink(settings.origin, issuePosterToken(key, { pointReference, serial: poster.serial }));
}

/** How often posters were taken for printing, by poster id. */
export async function countPrints(
  services: Services,
  posters: readonly Poster[],
): Promise<Map<string, number>> {
  if (posters.length === 0) {
    return new Map();
  }
  const rows = await services.database.select(
    'SELECT poster_id, COUNT(*) AS printed FROM poster_prints WHERE poster_id IN (?) GROUP BY poster_id',
    [posters.map(({ id }) => id)],
  );

  return new Map(rows.map((row) => [String(row.poster_id), Number(row.printed)]));
}

export function presentPoster(
  services: Services,
  point: Point,
  poster: Poster,
  prints: Map<string, number>,
): PosterState {
  return {
    id: poster.id,
    serial: poster.serial,
    shortCode: poster.shortCode,
    link: linkOfPoster(services, point, poster),
    issuedAt: poster.issuedAt,
    revokedAt: poster.revokedAt,
    printed: prints.get(poster.id) ?? 0,
    firstScannedAt: poster.firstScannedAt,
  };
}

export async function presentPosters(
  services: Services,
  point: Point,
  posters: readonly Poster[],
): Promise<PosterState[]> {
  const prints = await countPrints(services, posters);

  return posters.map((poster) => presentPoster(services, point, poster, prints));
}
