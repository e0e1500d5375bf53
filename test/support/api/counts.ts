import { idToBytes } from '../../../api/src/base/ids';
import type { Services } from '../../../api/src/context';

export interface PointCounts {
  rows: number;
  counted: number;
  came: number;
  went: number;
  expired: number;
  inside: number;
}

async function sum(services: Services, sql: string, pointId: string): Promise<Record<string, unknown>> {
  const [row] = await services.database.select(sql, [idToBytes(pointId)]);

  return row ?? {};
}

/** What the database says of a point, straight from the tables. */
export async function countsOf(services: Services, pointId: string): Promise<PointCounts> {
  const passages = await sum(
    services,
    'SELECT COUNT(*) AS n, SUM(counted) AS counted FROM passages WHERE point_id = ?',
    pointId,
  );
  const flow = await sum(
    services,
    'SELECT SUM(came) AS came, SUM(went) AS went, SUM(expired) AS expired FROM flow_counts WHERE point_id = ?',
    pointId,
  );
  const inside = await sum(
    services,
    'SELECT COUNT(*) AS n FROM presences WHERE point_id = ? AND inside = 1',
    pointId,
  );

  return {
    rows: Number(passages.n),
    counted: Number(passages.counted ?? 0),
    came: Number(flow.came ?? 0),
    went: Number(flow.went ?? 0),
    expired: Number(flow.expired ?? 0),
    inside: Number(inside.n),
  };
}
