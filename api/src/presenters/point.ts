import type { Point as PointAnswer, PointKind } from '@anxing/contract/points';
import type { PosterState } from '@anxing/contract/posters';

import type { Services } from '../context';
import type { Point } from '../models/point';
import { Poster } from '../models/poster';
import { countPrints, presentPoster } from './poster';

function present(point: Point, poster: PosterState | null): PointAnswer {
  const { latitude, longitude } = point;

  return {
    id: point.id,
    parentId: point.parentId,
    name: point.name,
    address: point.address,
    kind: point.kind as PointKind,
    category: point.category,
    division: point.division,
    capacity: point.capacity,
    warningLine: point.warningLine,
    location: latitude === null || longitude === null ? null : { latitude, longitude },
    line: point.line,
    plate: point.plate,
    active: Boolean(point.active),
    createdAt: point.createdAt,
    poster,
  };
}

/** Points, each with its poster in force. */
export async function presentPoints(services: Services, points: readonly Point[]): Promise<PointAnswer[]> {
  const posters = await Poster.findAll({
    where: { pointId: points.map(({ id }) => id), revokedAt: null },
  });
  const prints = await countPrints(services, posters);
  const byPoint = new Map(posters.map((poster) => [poster.pointId, poster]));

  return points.map((point) => {
    const poster = byPoint.get(point.id);

    return present(point, poster ? presentPoster(services, point, poster, prints) : null);
  });
}

export async function presentPoint(services: Services, point: Point): Promise<PointAnswer> {
  const poster = await Poster.findOne({ where: { pointId: point.id, revokedAt: null } });
  if (!poster) {
    return present(point, null);
  }

  return present(point, presentPoster(services, point, poster, await countPrints(services, [poster])));
}
