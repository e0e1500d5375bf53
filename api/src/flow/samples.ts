import type { Transaction } from 'sequelize';

import { idToBytes } from '../base/ids';
import type { Database } from '../storage/database';

/** Notes how many are inside points in an hour: the last number, and the highest. */
export async function writeSamples(
  database: Database,
  hour: number,
  inside: ReadonlyMap<string, number>,
  tx: Transaction,
): Promise<void> {
  const rows = [...inside].map(([id, count]) => [idToBytes(id), hour, count, count]);
  const higher = 'CASE WHEN new.peak > flow_samples.peak THEN new.peak ELSE flow_samples.peak END';
  await database
    .within(tx)
    .insert(
      'flow_samples (point_id, hour, inside, peak)',
      rows,
      database.onDuplicate(['point_id', 'hour'], `inside = new.inside, peak = ${higher}`),
    );
}

export interface Sample {
  hour: number;
  inside: number;
  peak: number;
}

/** The samples of a point in some hours, oldest first, after the last one before them. */
export async function readSamples(
  database: Database,
  pointId: string,
  from: number,
  until: number,
): Promise<Sample[]> {
  const id = idToBytes(pointId);
  const before = await database.select(
    'SELECT hour, inside, peak FROM flow_samples WHERE point_id = ? AND hour < ? ORDER BY hour DESC LIMIT 1',
    [id, from],
  );
  const within = await database.select(
    'SELECT hour, inside, peak FROM flow_samples WHERE point_id = ? AND hour >= ? AND hour < ? ORDER BY hour',
    [id, from, until],
  );

  return [...before, ...within].map((row) => ({
    hour: Number(row.hour),
    inside: Number(row.inside),
    peak: Number(row.peak),
  }));
}
