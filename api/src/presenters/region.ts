import type { Region, RegionHistory, RegionTable } from '@anxing/contract/regions';

import { fullName } from '../base/divisions';
import type { Services } from '../context';
import type { LevelsOfDay } from '../risk/levelsOfDay';
import { levelNamed } from '../risk/regionLevels';
import type { RecordedPeriod } from '../risk/regionPeriods';

function presentRegion({ config }: Services, levels: LevelsOfDay, division: string): Region {
  const { level, policy, setFor, from, until } = levels.of(division);

  return {
    division,
    name: fullName(config.divisions, division),
    level: level.id,
    policy,
    from,
    until,
    setFor,
  };
}

/** Divisions with their levels on a day. */
export function presentRegions(
  services: Services,
  date: string,
  levels: LevelsOfDay,
  divisions: readonly string[],
): RegionTable {
  return {
    date,
    levels: [...services.regionLevels.all],
    regions: divisions.map((division) => presentRegion(services, levels, division)),
  };
}

/** All that was ever on record of a division, in the order given. */
export function presentRegionHistory(
  { config, regionLevels }: Services,
  division: string,
  periods: readonly RecordedPeriod[],
): RegionHistory {
  return {
    division,
    name: fullName(config.divisions, division),
    items: periods.map(({ id, level, policy, fromDay, untilDay, recordedFrom, recordedUntil, changeId }) => ({
      id,
      level,
      policy: policy ?? levelNamed(regionLevels, level).policy,
      from: fromDay,
      until: untilDay,
      recordedFrom,
      recordedUntil,
      changeId,
    })),
  };
}
