import type { Transaction } from 'sequelize';

import { idFromBytes, idToBytes } from '../base/ids';
import type { Database, Row } from '../storage/database';

/** So many trees are counted by one statement. */
const treesAtOnce = 100;

interface Count {
  id: string;
  tree: readonly string[];
}

function isInside(pointIds: readonly string[]): [sql: string, values: unknown[]] {
  return ['point_id IN (?) AND inside = 1', [pointIds.map(idToBytes)]];
}

async function countPerPoint(database: Database, pointIds: readonly string[], tx?: Transaction) {
  const [condition, values] = isInside(pointIds);
  const rows = await database.select(
    `SELECT point_id, COUNT(*) AS inside FROM presences WHERE ${condition} GROUP BY point_id`,
    values,
    tx,
  );

  return new Map(rows.map((row) => [idFromBytes(row.point_id as Uint8Array), Number(row.inside)]));
}

async function countDistinct(database: Database, counts: readonly Count[], tx?: Transaction) {
  const rows: Row[] = [];
  for (let start = 0; start < counts.length; start += treesAtOnce) {
    const parts = counts.slice(start, start + treesAtOnce).map(({ tree }, index) => {
      const [condition, values] = isInside(tree);
      const sql = `SELECT ${start + index} AS place, COUNT(DISTINCT person_id) AS inside FROM presences WHERE ${condition}`;

      return { sql, values };
    });
    const sql = parts.map((part) => part.sql).join(' UNION ALL ');
    rows.push(
      ...(await database.select(
        sql,
        parts.flatMap(({ values }) => values),
        tx,
      )),
    );
  }

  return rows.map((row) => [counts[Number(row.place)]?.id ?? '', Number(row.inside)] as const);
}

/**
 * How many people are inside each of some trees of points: everybody once, however many presences somebody has there.
 * @param trees the points to count by the point at the top
 */
export async function insideNow(
  database: Database,
  trees: ReadonlyMap<string, readonly string[]>,
  tx?: Transaction,
): Promise<Map<string, number>> {
  const all = [...new Set([...trees.values()].flat())];
  const perPoint = all.length === 0 ? new Map<string, number>() : await countPerPoint(database, all, tx);
  const inside = new Map<string, number>();
  const mixed: Count[] = [];
  for (const [id, points] of trees) {
    const tree = points.filter((one) => perPoint.has(one));
    const [only = ''] = tree;
    inside.set(id, perPoint.get(only) ?? 0);
    if (tree.length > 1) {
      mixed.push({ id, tree });
    }
  }
  for (const [id, count] of await countDistinct(database, mixed, tx)) {
    inside.set(id, count);
  }

  return inside;
}
