import type { Transaction } from 'sequelize';

import { idToBytes } from '../base/ids';
import type { Database } from '../storage/database';

/** What is added to a point's hour. `expired` are those who were taken to have left. */
export interface FlowChange {
  pointId: string;
  /** ms */
  at: number;
  came?: number;
  went?: number;
  expired?: number;
}

export const hourMs = 3_600_000;

/** Adds to the counts per point, hour and slot; a row belongs to one writer, so that no two wait for each other. */
export async function countFlow(
  database: Database,
  slot: number,
  changes: readonly FlowChange[],
  tx: Transaction,
): Promise<void> {
  if (changes.length === 0) {
    return;
  }
  const rows = changes.map(({ pointId, at, came = 0, went = 0, expired = 0 }) => [
    idToBytes(pointId),
    Math.floor(at / hourMs),
    slot,
    came,
    went,
    expired,
  ]);
  const add = ['came', 'went', 'expired']
    .map((name) => `${name} = flow_counts.${name} + new.${name}`)
    .join(', ');
  for (const row of rows) {
    await database.execute(
      'INSERT INTO flow_counts (point_id, hour, slot, came, went, expired) VALUES ?' +
        database.onDuplicate(['point_id', 'hour', 'slot'], add),
      [[row]],
      tx,
    );
  }
}
