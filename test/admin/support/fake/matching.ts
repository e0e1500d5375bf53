import { isUnscanned, type PosterHint } from '@anxing/contract/posters';
import type { Point, PointFilter } from '@anxing/contract/points';

import type { FakeHouse } from './fakeHouse';

function hasHint({ active, poster }: Point, hint: PosterHint, now: number): boolean {
  if (!poster) {
    return hint === 'missing' && active;
  }

  return hint === 'unprinted' ? poster.printed === 0 : hint === 'unscanned' && isUnscanned(poster, now);
}

/** The points that a filter lets through. */
export function matching(house: FakeHouse, { q, category, active, poster }: PointFilter): Point[] {
  return house.points.filter(
    (point) =>
      (!q || point.name.includes(q) || point.address.includes(q)) &&
      (!category || point.category === category) &&
      (!active || String(point.active) === active) &&
      (!poster || hasHint(point, poster, house.now)),
  );
}
