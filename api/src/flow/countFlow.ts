import { idToBytes } from '../base/ids';
import type { Database } from '../storage/database';
import type { Link } from '../storage/link';

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

interface HourCounts {
  pointId: string;
  hour: number;
  came: number;
  went: number;
  expired: number;
}

function perHour(changes: readonly FlowChange[]): HourCounts[] {
  const sums = new Map<string, HourCounts>();
  for (const { pointId, at, came = 0, went = 0, expired = 0 } of changes) {
    const hour = Math.floor(at / hourMs);
    const key = `${pointId} ${hour}`;
    const sum = sums.get(key) ?? { pointId, hour, came: 0, went: 0, expired: 0 };
    sums.set(key, {
      ...sum,
      came: sum.came + came,
      went: sum.went + went,
      expired: sum.expired + expired,
    });
  }

  return [...sums.values()];
}

/** Adds to the counts per point, hour and slot; a row belongs to one writer, so that no two wait for each other. */
export async function countFlow(
  database: Database,
  slot: number,
  changes: readonly FlowChange[],
  tx: Link,
): Promise<void> {
  const rows = perHour(changes).map(({ pointId, hour, came, went, expired }) => [
    idToBytes(pointId),
    hour,
    slot,
    came,
    went,
    expired,
  ]);
  const add = ['came', 'went', 'expired']
    .map((name) => `${name} = flow_counts.${name} + new.${name}`)
    .join(', ');
  await tx.insert(
    'flow_counts (point_id, hour, slot, came, went, expired)',
    rows,
    database.onDuplicate(['point_id', 'hour', 'slot'], add),
  );
}
