import { upwards } from '../base/divisions';
import { levelsOfDay } from './levelsOfDay';
import type { RegionLevels } from './regionLevels';
import type { LevelPeriod, RecordedPeriod } from './regionPeriods';

/**
 * The first day (YYYY-MM-DD) on which a division has another level than on a day; null when none is known.
 * @param periods those that count as known
 */
export function levelEnds(
  levels: RegionLevels,
  periods: readonly LevelPeriod[],
  { division, day }: { division: string; day: string },
): string | null {
  const codes = new Set(upwards(division));
  const near = periods.filter((period) => codes.has(period.division));
  const levelOn = (date: string) => levelsOfDay(levels, near, date).of(division).level;
  const changes = near
    .flatMap(({ fromDay, untilDay }) => [fromDay, ...(untilDay === null ? [] : [untilDay])])
    .filter((date) => date > day)
    .sort();

  return changes.find((date) => levelOn(date) !== levelOn(day)) ?? null;
}

/** Whether a period says again, with other days, what another one said until then or says beside it. */
function goesOn(period: RecordedPeriod, before: RecordedPeriod): boolean {
  return (
    before.division === period.division &&
    before.level === period.level &&
    before.recordedFrom < period.recordedFrom &&
    (before.recordedUntil === null || before.recordedUntil >= period.recordedFrom) &&
    before.fromDay <= period.fromDay &&
    (before.untilDay === null || before.untilDay >= period.fromDay)
  );
}

/**
 * Since when (ms) a level is known that a period gives: one that is extended was known before.
 * @param records everything that was ever on record
 */
export function levelKnownFrom(period: RecordedPeriod, records: readonly RecordedPeriod[]): number {
  const earlier = records
    .filter((before) => goesOn(period, before))
    .map((before) => levelKnownFrom(before, records));

  return Math.min(period.recordedFrom, ...earlier);
}
