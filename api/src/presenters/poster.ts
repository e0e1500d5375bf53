import { posterSizes, type PosterSize, type PosterState } from '@anxing/contract/posters';

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

/** How often a poster was taken for printing. */
export type PrintCount = Pick<PosterState, 'printed' | 'printedBySize' | 'firstPrintedAt'>;

function noPrints(): PrintCount {
  const printedBySize = Object.fromEntries(posterSizes.map((size) => [size, 0]));

  return { printed: 0, printedBySize: printedBySize as PrintCount['printedBySize'], firstPrintedAt: null };
}

/** How often posters were taken for printing, by poster id. */
export async function countPrints(
  { database }: Services,
  posters: readonly Poster[],
): Promise<Map<string, PrintCount>> {
  const counts = new Map<string, PrintCount>();
  if (posters.length === 0) {
    return counts;
  }
  const rows = await database.select(
    'SELECT poster_id, size, COUNT(*) AS printed, MIN(at) AS first_at FROM poster_prints ' +
      'WHERE poster_id IN (?) GROUP BY poster_id, size',
    [posters.map(({ id }) => id)],
  );
  for (const row of rows) {
    const count = counts.get(String(row.poster_id)) ?? noPrints();
    const [printed, at] = [Number(row.printed), Number(row.first_at)];
    count.printed += printed;
    count.printedBySize[String(row.size) as PosterSize] += printed;
    count.firstPrintedAt = Math.min(at, count.firstPrintedAt ?? at);
    counts.set(String(row.poster_id), count);
  }

  return counts;
}

export function presentPoster(
  services: Services,
  point: Point,
  poster: Poster,
  prints: ReadonlyMap<string, PrintCount>,
): PosterState {
  return {
    id: poster.id,
    serial: poster.serial,
    shortCode: poster.shortCode,
    link: linkOfPoster(services, point, poster),
    issuedAt: poster.issuedAt,
    revokedAt: poster.revokedAt,
    ...(prints.get(poster.id) ?? noPrints()),
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
