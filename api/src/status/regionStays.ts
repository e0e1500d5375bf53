import { limits } from '@anxing/contract/limits';
import type { SeverestRegion } from '@anxing/contract/regions';

import { addDays, dayOf, startOfDay } from '../base/days';
import { fullName } from '../base/divisions';
import type { Services } from '../context';
import type { Person } from '../models/person';
import { scannedStays } from '../passages/scannedStays';
import type { RegionStay } from '../risk/regionFacts';
import { levelEnds, levelKnownFrom } from '../risk/levelRecords';
import { levelsOfDay } from '../risk/levelsOfDay';
import { levelNamed } from '../risk/regionLevels';
import { covers, isKnown, type RecordedPeriod } from '../risk/regionPeriods';
import type { Link } from '../storage/link';
import { levelRecords, levelsOn } from './regionLevels';
import { readerOf } from './storedFacts';

type Claimant = Pick<Person, 'id' | 'claimedAt' | 'claimDivision'>;

/** Somebody's last instant in a division. */
interface LastThere {
  personId: string;
  division: string;
  /** ms */
  at: number;
  from: RegionStay['from'];
  /** ms */
  knownFrom: number;
}

export interface StaysWanted {
  /** ms */
  now: number;
  /** ms: levels and scans as they were known then. Left out: as they are known now. */
  knownAt?: number | undefined;
  /** Only stays on which a colour may be built: what a guard alone can make is none. */
  isShown?: boolean;
  /** Of a transaction under way. Left out: outside any. */
  reader?: Pick<Link, 'select'>;
}

/** The place of the first claim is where somebody was then, as he said himself or the poster that led there. */
function claimsOf(persons: readonly Claimant[], from: number, until: number): LastThere[] {
  return persons.flatMap(({ id: personId, claimedAt, claimDivision: division }) => {
    const at = claimedAt === null ? undefined : Number(claimedAt);
    const isRecent = at !== undefined && at >= from && at <= until;

    return isRecent && division ? [{ personId, division, at, from: 'claim' as const, knownFrom: at }] : [];
  });
}

/** The newest of each person and county, the newest first. */
function newestOfEach(all: readonly LastThere[]): LastThere[] {
  const newest = new Map<string, LastThere>();
  for (const one of [...all].sort((a, b) => b.at - a.at)) {
    const division = one.division.slice(0, 6);
    const key = `${one.personId} ${division}`;
    if (!newest.has(key)) {
      newest.set(key, { ...one, division });
    }
  }

  return [...newest.values()];
}

async function lastDays(services: Services, persons: readonly Claimant[], wanted: StaysWanted) {
  const { database, config } = services;
  const { zone } = config.brand;
  const { now, knownAt, isShown = false, reader = readerOf(database) } = wanted;
  const from = startOfDay(addDays(dayOf(now, zone), -limits.regionDays), zone);
  const personIds = persons.map(({ id }) => id);
  const asked = { personIds, zone, from, until: now, knownAt, isShown };
  const scans = await scannedStays(database, reader, asked);
  const claims = claimsOf(persons, from, Math.min(now, knownAt ?? now));

  return newestOfEach([...scans.map((scan) => ({ ...scan, from: 'scan' as const })), ...claims]);
}

/** What is to be said of a level where somebody was: when it ends, and since when it is known. */
type LevelLine = Pick<RegionStay, 'levelEnds' | 'knownFrom'>;

/** Asked for each division once: many people were in the same few. */
function levelLines(
  { regionLevels }: Services,
  records: readonly RecordedPeriod[],
  { day, knownAt }: { day: string; knownAt?: number | undefined },
): (division: string) => LevelLine {
  const open = records.filter((period) =>
    knownAt === undefined ? period.recordedUntil === null : isKnown(period, knownAt),
  );
  const lines = new Map<string, LevelLine>();

  const levels = levelsOfDay(regionLevels, open, day);
  const lineOf = (division: string): LevelLine => {
    const { setFor } = levels.of(division);
    const period = open.find((one) => one.division === setFor && covers(one, day));

    return {
      levelEnds: levelEnds(regionLevels, open, { division, day }),
      knownFrom: period ? levelKnownFrom(period, records) : 0,
    };
  };

  return (division) => {
    const line = lines.get(division) ?? lineOf(division);
    lines.set(division, line);

    return line;
  };
}

/**
 * Where people were within the last 14 days, by person id: only regions that stand above the lowest level on the day of
 * `now`, since of the others nothing follows; one stay for each county, with the last day there, the newest first. From
 * scans and the place of the first claim, never from check-ins. Who was in no such region is not in the map. While no
 * region stands above the lowest level, nothing is read.
 */
export async function staysOf(
  services: Services,
  persons: readonly Claimant[],
  wanted: StaysWanted,
): Promise<Map<string, RegionStay[]>> {
  const { zone } = services.config.brand;
  const stays = new Map<string, RegionStay[]>();
  const { knownAt } = wanted;
  const day = dayOf(wanted.now, zone);
  const levels = await levelsOn(services, { day, knownAt });
  if (levels.raised.length === 0 || persons.length === 0) {
    return stays;
  }
  const lineOf = levelLines(services, await levelRecords(services, knownAt), { day, knownAt });
  for (const { personId, division, at, from, ...there } of await lastDays(services, persons, wanted)) {
    const { level } = levels.of(division);
    if (level !== services.regionLevels.lowest) {
      const line = lineOf(division);
      const knownFrom = Math.max(there.knownFrom, line.knownFrom);
      const stay: RegionStay = { ...line, division, level: level.id, date: dayOf(at, zone), from, knownFrom };
      stays.set(personId, [...(stays.get(personId) ?? []), stay]);
    }
  }

  return stays;
}

/** The most severe of them; of several the one where somebody was last. Null when there is none. */
export async function severestRegion(
  services: Services,
  person: Claimant,
  now: number,
): Promise<SeverestRegion | null> {
  const { config, regionLevels } = services;
  const stays = (await staysOf(services, [person], { now })).get(person.id) ?? [];
  const severityOf = ({ level }: RegionStay) => levelNamed(regionLevels, level).severity;
  const most = Math.max(...stays.map(severityOf));
  const stay = stays.find((one) => severityOf(one) === most);
  if (!stay) {
    return null;
  }
  const { level, policy } = (await levelsOn(services, { day: dayOf(now, config.brand.zone) })).of(
    stay.division,
  );

  return {
    division: stay.division,
    date: stay.date,
    from: stay.from,
    name: fullName(config.divisions, stay.division),
    level: level.id,
    levelName: level.name,
    policy,
  };
}
