import type { RegionLevel } from '@anxing/contract/regions';

import { upwards } from '../base/divisions';
import { levelNamed, type RegionLevels } from './regionLevels';
import { covers, type LevelPeriod } from './regionPeriods';

/** The level of a division on a day, and whose setting gave it. */
export interface LevelHere {
  level: RegionLevel;
  /** The level's text, or the one that was written for the division. */
  policy: string;
  /** The division itself, its city or its province; null where nothing was set. */
  setFor: string | null;
  from: string | null;
  until: string | null;
}

/** Levels of all divisions on a day. */
export interface LevelsOfDay {
  /**
   * The most specific setting counts: a county's own, else its city's, else its province's, else the lowest level. So a
   * county without cases can be taken out of a city that has some.
   */
  of(division: string): LevelHere;
  /** Divisions that were set above the lowest level, in order of their codes. */
  raised: readonly string[];
}

/** @param periods those that count as known; the others are gone already */
export function levelsOfDay(levels: RegionLevels, periods: readonly LevelPeriod[], day: string): LevelsOfDay {
  const set = new Map(
    periods.filter((period) => covers(period, day)).map((period) => [period.division, period]),
  );
  const nothing: LevelHere = {
    level: levels.lowest,
    policy: levels.lowest.policy,
    setFor: null,
    from: null,
    until: null,
  };

  return {
    of(division) {
      const nearest = upwards(division).find((code) => set.has(code));
      const period = nearest === undefined ? undefined : set.get(nearest);

      return period ? here(levels, period) : nothing;
    },
    raised: [...set.values()]
      .filter(({ level }) => level !== levels.lowest.id)
      .map(({ division }) => division)
      .sort(),
  };
}

function here(levels: RegionLevels, period: LevelPeriod): LevelHere {
  const level = levelNamed(levels, period.level);

  return {
    level,
    policy: period.policy ?? level.policy,
    setFor: period.division,
    from: period.fromDay,
    until: period.untilDay,
  };
}
