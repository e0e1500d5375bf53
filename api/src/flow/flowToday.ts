import { addDays, dayOf, startOfDay } from '../base/days';
import { idFromBytes, idToBytes } from '../base/ids';
import type { Database } from '../storage/database';
import { hourMs } from './countFlow';
import { insideNow } from './insideNow';
import type { UnitTree } from './unitTree';

/** Counts of one point and those below it since midnight; `out` holds those who were taken to have left. */
export interface PointFlow {
  /** Passages, not people: who goes from a gate to a floor comes in twice. */
  in: number;
  out: number;
  /** People, not passages: with children, everybody in the point or below it once. */
  inside: number;
}

type Counts = Pick<PointFlow, 'in' | 'out'>;

/** Comings and goings of the day in the zone, over all slots. */
async function countsToday(database: Database, points: readonly string[], zone: string, now: number) {
  const today = dayOf(now, zone);
  const from = Math.floor(startOfDay(today, zone) / hourMs);
  const until = Math.ceil(startOfDay(addDays(today, 1), zone) / hourMs);
  const rows = await database.select(
    'SELECT point_id, SUM(came) AS came, SUM(went + expired) AS gone FROM flow_counts ' +
      'WHERE point_id IN (?) AND hour >= ? AND hour < ? GROUP BY point_id',
    [points.map(idToBytes), from, until],
  );

  return new Map(
    rows.map((row) => [
      idFromBytes(row.point_id as Uint8Array),
      { in: Number(row.came), out: Number(row.gone) },
    ]),
  );
}

function sumOf(tree: readonly string[], counts: ReadonlyMap<string, Counts>): Counts {
  const below = tree.flatMap((id) => counts.get(id) ?? []);

  return {
    in: below.reduce((sum, one) => sum + one.in, 0),
    out: below.reduce((sum, one) => sum + one.out, 0),
  };
}

/**
 * Today's flow of points.
 * @param tree all points of their unit: a parent counts who is below it
 * @param wanted points of the tree
 */
export async function flowToday(
  database: Database,
  tree: UnitTree,
  wanted: Iterable<string>,
  zone: string,
  now: number,
): Promise<Map<string, PointFlow>> {
  const trees = new Map([...wanted].map((id) => [id, tree.treeOf(id)]));
  const all = [...new Set([...trees.values()].flat())];
  if (all.length === 0) {
    return new Map();
  }
  const [counts, inside] = await Promise.all([
    countsToday(database, all, zone, now),
    insideNow(database, trees),
  ]);

  return new Map(
    [...trees].map(([id, points]) => [id, { ...sumOf(points, counts), inside: inside.get(id) ?? 0 }]),
  );
}
