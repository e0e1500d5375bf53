import { Op } from 'sequelize';

import type { Services } from '../context';
import { allRegions } from '../models/recordCaches';
import { RegionPeriod } from '../models/regionPeriod';
import { levelsOfDay, type LevelsOfDay } from '../risk/levelsOfDay';
import type { RecordedPeriod } from '../risk/regionPeriods';

export interface LevelsWanted {
  /** YYYY-MM-DD */
  day: string;
  /** ms: as it was on record then. Left out: as it is on record now. */
  knownAt?: number | undefined;
}

/** The levels of the last day that was asked for, of periods that are kept. */
const lastAsked = new WeakMap<object, { day: string; levels: LevelsOfDay }>();

export function toPeriod(row: RegionPeriod): RecordedPeriod {
  const { id, division, level, policy, fromDay, untilDay, changeId } = row;

  return {
    id,
    division,
    level,
    policy,
    fromDay,
    untilDay,
    changeId,
    recordedFrom: Number(row.recordedFrom),
    recordedUntil: row.recordedUntil === null ? null : Number(row.recordedUntil),
  };
}

async function knownThen(services: Services, day: string, knownAt: number): Promise<LevelsOfDay> {
  const rows = await RegionPeriod.findAll({
    where: {
      recordedFrom: { [Op.lte]: knownAt },
      recordedUntil: { [Op.or]: [null, { [Op.gt]: knownAt }] },
    },
  });

  return levelsOfDay(services.regionLevels, rows.map(toPeriod), day);
}

/** Everything that was ever on record of levels, or that was by then (ms). Kept in memory until a level is set. */
export async function levelRecords({ caches }: Services, knownAt?: number): Promise<RecordedPeriod[]> {
  const rows = (await caches.regionHistory.get(allRegions)) ?? [];

  return rows.map(toPeriod).filter(({ recordedFrom }) => recordedFrom <= (knownAt ?? Infinity));
}

/** The levels of all divisions on a day. What is on record now is kept in memory until a level is set. */
export async function levelsOn(services: Services, { day, knownAt }: LevelsWanted): Promise<LevelsOfDay> {
  if (knownAt !== undefined) {
    return knownThen(services, day, knownAt);
  }
  const rows = (await services.caches.regionPeriods.get(allRegions)) ?? [];
  const asked = lastAsked.get(rows);
  if (asked?.day === day) {
    return asked.levels;
  }
  const levels = levelsOfDay(services.regionLevels, rows.map(toPeriod), day);
  lastAsked.set(rows, { day, levels });

  return levels;
}
