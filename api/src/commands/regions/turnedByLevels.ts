import { isRegionCondition, type RegionCondition } from '@anxing/contract/riskRules';

import { addDays, dayOf, startOfDay } from '../../base/days';
import { divisionRanges, type DivisionRange } from '../../base/divisionRanges';
import { upwards } from '../../base/divisions';
import type { Services } from '../../context';
import { Person } from '../../models/person';
import { scannedLately } from '../../passages/scannedLately';
import type { LevelsOfDay } from '../../risk/levelsOfDay';
import type { RiskRules } from '../../risk/rules';
import { pointsIn } from '../../status/raisedPoints';
import { levelsOn } from '../../status/regionLevels';
import type { LevelSetting } from './levelSettings';

/** People in one question. */
const atOnce = 500;

/** Where stays count, and for how long back. */
interface CountedRegions {
  /** What to look through; not all of it has to count. */
  divisions: readonly string[];
  /** Whether a stay in one of them counts for a division of 6 or 12 digits. */
  counts(division: string): boolean;
  /** Days after the last day there. */
  days: number;
}

/** What the rules in force ask of regions. */
export function regionConditions({ rules }: RiskRules): RegionCondition[] {
  return rules.filter(({ enabled }) => enabled).flatMap(({ when }) => when.filter(isRegionCondition));
}

/** The setting that would give a division its level; undefined when one that is nearer to it stays. */
function settingFor(division: string, settings: readonly LevelSetting[], levels: LevelsOfDay) {
  const order = upwards(division);
  const setting = order.flatMap((code) => settings.find((one) => one.division === code) ?? [])[0];
  const { setFor } = levels.of(division);
  const isNearer = setting && (setFor === null || order.indexOf(setting.division) <= order.indexOf(setFor));

  return isNearer ? setting : undefined;
}

/** Where rules in force would count stays that they do not count today. */
async function newlyCounted(
  services: Services,
  conditions: readonly RegionCondition[],
  settings: readonly LevelSetting[],
): Promise<CountedRegions> {
  const today = dayOf(services.clock.now(), services.config.brand.zone);
  const levels = await levelsOn(services, { day: today });
  const asked = new Set(conditions.flatMap(({ regionLevels }) => regionLevels));

  return {
    divisions: settings.filter(({ level }) => asked.has(level)).map(({ division }) => division),
    counts(division) {
      const setting = settingFor(division, settings, levels);

      return setting !== undefined && asked.has(setting.level) && !asked.has(levels.of(division).level.id);
    },
    days: Math.max(0, ...conditions.map(({ days }) => days)),
  };
}

async function claimedIn(
  { database }: Services,
  { from, until }: DivisionRange,
  since: number,
): Promise<{ id: string; division: string }[]> {
  const rows = await database.read(
    'SELECT id, claim_division FROM persons WHERE claimed_at >= ? AND claim_division >= ? AND claim_division < ?',
    [since, from, until],
  );

  return rows.map((row) => ({ id: String(row.id), division: String(row.claim_division) }));
}

/** How many people with the clear colour were checked, or claimed their code, in some divisions since an instant, ms. */
export async function clearPeopleIn(
  services: Services,
  { divisions, counts }: Pick<CountedRegions, 'divisions' | 'counts'>,
  since: number,
): Promise<number> {
  const { database, clock, colours, config } = services;
  const { zone } = config.brand;
  const people = new Set<string>();
  for (const range of divisionRanges(divisions)) {
    const points = (await pointsIn(database, range)).filter(({ division }) => counts(division));
    const pointIds = points.map(({ id }) => id);
    const scanned = await scannedLately(database, { pointIds, zone, since, now: clock.now() });
    scanned.forEach((id) => people.add(id));
    const claimed = (await claimedIn(services, range, since)).filter(({ division }) => counts(division));
    claimed.forEach(({ id }) => people.add(id));
  }
  const ids = [...people];
  let count = 0;
  for (let start = 0; start < ids.length; start += atOnce) {
    count += await Person.count({ where: { id: ids.slice(start, start + atOnce), colour: colours.clear } });
  }

  return count;
}

/**
 * At most how many people with the clear colour would lose it by levels that are not in force yet: who was in one of the
 * divisions within the days for which the rules in force count it. Null when no rule in force asks where people were.
 * @param since ms: only who was there since. Left out: as long ago as the rules count.
 */
export async function turnedByLevels(
  services: Services,
  settings: readonly LevelSetting[],
  since?: number,
): Promise<number | null> {
  const now = services.clock.now();
  const { zone } = services.config.brand;
  const conditions = regionConditions(await services.rules.at(now));
  if (conditions.length === 0) {
    return null;
  }
  const regions = await newlyCounted(services, conditions, settings);
  const earliest = startOfDay(addDays(dayOf(now, zone), -regions.days), zone);

  return clearPeopleIn(services, regions, Math.max(earliest, since ?? 0));
}
