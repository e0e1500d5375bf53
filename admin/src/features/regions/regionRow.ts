import type { Region } from '@anxing/contract/regions';

/** A region that can be chosen. */
export interface RegionRow extends Region {
  id: string;
}

export function rowsOf(regions: readonly Region[], q = ''): RegionRow[] {
  return regions
    .filter(({ name, division }) => name.includes(q) || division.startsWith(q))
    .map((region) => ({ ...region, id: region.division }));
}

/** A province or city: it has others in it. */
export function hasInside(division: string): boolean {
  return division.endsWith('00');
}
