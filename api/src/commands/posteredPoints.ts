import { Point } from '../models/point';
import { Poster } from '../models/poster';

export interface PosteredPoint {
  point: Point;
  poster: Poster;
}

export interface SortedPoints {
  /** Open, with the poster in force. */
  postered: PosteredPoint[];
  /** Open, but without a poster in force. */
  missing: Point[];
  closed: Point[];
}

/** Points of a unit by what there is to print of them, in the order of the list; other units' are left out. */
export async function pointsWithPosters(unitId: string, ids: readonly string[]): Promise<SortedPoints> {
  const points = await Point.findAll({ where: { id: [...ids], unitId }, order: [['id', 'ASC']] });
  const posters = await Poster.findAll({ where: { pointId: points.map(({ id }) => id), revokedAt: null } });
  const byPoint = new Map(posters.map((poster) => [poster.pointId, poster]));
  const sorted: SortedPoints = { postered: [], missing: [], closed: [] };
  for (const point of points) {
    const poster = byPoint.get(point.id);
    if (!point.active) {
      sorted.closed.push(point);
    } else if (poster) {
      sorted.postered.push({ point, poster });
    } else {
      sorted.missing.push(point);
    }
  }

  return sorted;
}
