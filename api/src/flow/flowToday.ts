import { addDays, dayOf, startOfDay } from '../base/days';
import { idFromBytes, idToBytes } from '../base/ids';
import type { Database, Row } from '../storage/database';
import { hourMs } from './countFlow';
import { subtrees } from './pointTree';

/** Counts of one point and those below it since midnight; `out` holds those who were taken to have left. */
export interface PointFlow {
  /** Passages, not people: who goes from a gate to a floor comes in twice. */
  in: number;
  out: number;
  /** People, not passages: with children, everybody in the point or below it once. */
  inside: number;
}

interface FlowPoint {
  id: string;
  parentId: string | null;
}

function byPoint<T>(rows: readonly Row[], read: (row: Row) => T): Map<string, T> {
  return new Map(rows.map((row) => [idFromBytes(row.point_id as Uint8Array), read(row)]));
}

/** Comings and goings of the day in the zone, over all slots. */
async function countsToday(database: Database, points: readonly FlowPoint[], zone: string, now: number) {
  const today = dayOf(now, zone);
  const from = Math.floor(startOfDay(today, zone) / hourMs);
  const until = Math.ceil(startOfDay(addDays(today, 1), zone) / hourMs);
  const rows = await database.select(
    'SELECT point_id, SUM(came) AS came, SUM(went + expired) AS gone FROM flow_counts ' +
      'WHERE point_id IN (?) AND hour >= ? AND hour < ? GROUP BY point_id',
    [points.map(({ id }) => idToBytes(id)), from, until],
  );

  return byPoint(rows, (row) => ({ in: Number(row.came), out: Number(row.gone) }));
}

async function countInside(database: Database, points: readonly FlowPoint[]): Promise<Map<string, number>> {
  const rows = await database.select(
    'SELECT point_id, COUNT(*) AS inside FROM presences WHERE point_id IN (?) AND inside = 1 GROUP BY point_id',
    [points.map(({ id }) => idToBytes(id))],
  );

  return byPoint(rows, (row) => Number(row.inside));
}

async function countDistinct(database: Database, pointIds: readonly string[]): Promise<number> {
  const [row] = await database.select(
    'SELECT COUNT(DISTINCT person_id) AS inside FROM presences WHERE point_id IN (?) AND inside = 1',
    [pointIds.map(idToBytes)],
  );

  return Number(row?.inside);
}

/** People inside a point and those below it. Where one of them alone holds anybody, its count is the answer. */
async function insideTree(database: Database, tree: readonly string[], inside: Map<string, number>) {
  const peopled = tree.filter((id) => (inside.get(id) ?? 0) > 0);
  const [only] = peopled;

  return peopled.length > 1 ? countDistinct(database, peopled) : only ? (inside.get(only) ?? 0) : 0;
}

/**
 * Today's flow of a unit's points.
 * @param points every point of the unit: a parent counts who is below it
 */
export async function flowToday(
  database: Database,
  points: readonly FlowPoint[],
  zone: string,
  now: number,
): Promise<Map<string, PointFlow>> {
  if (points.length === 0) {
    return new Map();
  }
  const [counts, inside] = await Promise.all([
    countsToday(database, points, zone, now),
    countInside(database, points),
  ]);
  const flows = new Map<string, PointFlow>();
  for (const [id, tree] of subtrees(points)) {
    const below = tree.flatMap((one) => counts.get(one) ?? []);
    flows.set(id, {
      in: below.reduce((sum, one) => sum + one.in, 0),
      out: below.reduce((sum, one) => sum + one.out, 0),
      inside: await insideTree(database, tree, inside),
    });
  }

  return flows;
}
