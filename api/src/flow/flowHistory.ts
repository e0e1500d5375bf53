import { addDays, startOfDay } from '../base/days';
import { idToBytes } from '../base/ids';
import type { Database } from '../storage/database';
import { hourMs } from './countFlow';
import { insideNow } from './insideNow';
import { readSamples } from './samples';

const dayMs = 24 * hourMs;

/** One hour of a point and those below it. */
export interface HourFlow {
  /** Hours since 1970. */
  hour: number;
  in: number;
  out: number;
  /** People inside when the hour ended, or now; null where nobody counted. */
  inside: number | null;
  /** Most people that are known of. */
  peak: number | null;
}

/** First hour, and the one after the last. */
interface Hours {
  from: number;
  until: number;
}

export interface HistoryOf extends Hours {
  pointId: string;
  /** The point and those below it. */
  tree: readonly string[];
  /** Counts of hours before this one are deleted. */
  keptFrom: number;
  /** ms */
  now: number;
}

interface Counts {
  in: number;
  out: number;
}

/** The hours of some days in a zone, as hours since 1970: first, and the one after the last. */
export function hoursOfDays(first: string, last: string, zone: string): Hours {
  return {
    from: Math.floor(startOfDay(first, zone) / hourMs),
    until: Math.ceil(startOfDay(addDays(last, 1), zone) / hourMs),
  };
}

/** The first hour whose counts are kept so many days: `purgeOthers` deletes all that came before. */
export function firstKeptHour(now: number, days: number): number {
  return Math.floor((now - days * dayMs) / hourMs);
}

/** Comings and goings per hour since `from`, also those after the asked hours: they lead back from now. */
async function countsSince(database: Database, tree: readonly string[], from: number) {
  const rows = await database.select(
    'SELECT hour, SUM(came) AS came, SUM(went + expired) AS gone FROM flow_counts ' +
      'WHERE point_id IN (?) AND hour >= ? GROUP BY hour',
    [tree.map(idToBytes), from],
  );

  return new Map<number, Counts>(
    rows.map((row) => [Number(row.hour), { in: Number(row.came), out: Number(row.gone) }]),
  );
}

type Inside = Pick<HourFlow, 'inside' | 'peak'>;
type InsideByHour = ReadonlyMap<number, Inside>;

/** Open presences at some points: somebody in two of them has two. */
async function countOpen(database: Database, tree: readonly string[]): Promise<number> {
  const [row] = await database.select(
    'SELECT COUNT(*) AS open FROM presences WHERE point_id IN (?) AND inside = 1',
    [tree.map(idToBytes)],
  );

  return Number(row?.open);
}

/**
 * Back from now: before an hour those were inside who are inside after it, less who came, and with who left. Exact for
 * a point with none below it, whenever a phone tells of a passage; where points are summed up, nobody knows who was in
 * two of them. Between the asked hours and now only those with counts are looked at.
 */
function insideByCounts(counts: ReadonlyMap<number, Counts>, inside: number, { from, until }: Hours) {
  const found = new Map<number, Inside>();
  let after = inside;
  for (const [hour, change] of counts) {
    if (hour >= until) {
      after -= change.in - change.out;
    }
  }
  for (let hour = until - 1; hour >= from; hour -= 1) {
    found.set(hour, { inside: after, peak: after });
    after -= (counts.get(hour)?.in ?? 0) - (counts.get(hour)?.out ?? 0);
  }

  return found;
}

/**
 * Where people are counted once over several points: by samples, which stay right until something changes, and never
 * more than were in those points together. Where they were empty it is nobody, sample or not.
 */
async function insideBySamples(
  database: Database,
  pointId: string,
  { from, until }: Hours,
  summed: InsideByHour,
  current: { hour: number; inside: number },
): Promise<InsideByHour> {
  const samples = await readSamples(database, pointId, from, until);
  const byHour = new Map(samples.map((sample) => [sample.hour, sample]));
  const found = new Map<number, Inside>();
  let [last] = samples.filter(({ hour }) => hour < from);
  for (let hour = from; hour < until; hour += 1) {
    const before = found.get(hour - 1)?.inside;
    last = byHour.get(hour) ?? last;
    const sum = summed.get(hour)?.inside ?? 0;
    const sampled = last ? Math.min(last.inside, sum) : null;
    const inside = hour === current.hour ? current.inside : sum === 0 ? 0 : sampled;
    found.set(hour, { inside, peak: highest([byHour.get(hour)?.peak, inside, before]) });
  }

  return found;
}

/** The highest of the numbers that are known. */
export function highest(numbers: readonly (number | null | undefined)[]): number | null {
  const known = numbers.filter((number) => typeof number === 'number');

  return known.length > 0 ? Math.max(...known) : null;
}

/** Who was inside in hours that are not to come, and whose counts are kept. */
async function insideIn(
  database: Database,
  { pointId, tree, now }: HistoryOf,
  counts: ReadonlyMap<number, Counts>,
  hours: Hours,
): Promise<InsideByHour> {
  if (hours.from >= hours.until) {
    return new Map();
  }
  const summed = insideByCounts(counts, await countOpen(database, tree), hours);
  if (tree.length <= 1) {
    return summed;
  }
  const inside = (await insideNow(database, new Map([[pointId, tree]]))).get(pointId) ?? 0;

  return insideBySamples(database, pointId, hours, summed, { hour: Math.floor(now / hourMs), inside });
}

/**
 * What happened at a point, hour by hour; hours to come, and those whose counts are deleted, have nobody inside that
 * anybody knows of.
 */
export async function flowHistory(database: Database, asked: HistoryOf): Promise<HourFlow[]> {
  const { tree, from, until, keptFrom, now } = asked;
  const first = Math.max(from, keptFrom);
  const counts = first < until ? await countsSince(database, tree, first) : new Map<number, Counts>();
  const known = { from: first, until: Math.min(until, Math.floor(now / hourMs) + 1) };
  const insides = await insideIn(database, asked, counts, known);
  const unknown: Inside = { inside: null, peak: null };

  return Array.from({ length: until - from }, (_, index) => {
    const hour = from + index;

    return { hour, in: 0, out: 0, ...counts.get(hour), ...(insides.get(hour) ?? unknown) };
  });
}
