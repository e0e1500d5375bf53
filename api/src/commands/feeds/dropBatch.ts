import type { BatchFault } from '@anxing/contract/feeds';

import { breathe } from '../../base/breathe';
import { writeAs, type Origin, type Services } from '../../context';
import { lockOne } from '../../models/auditedModel';
import { FeedBatch } from '../../models/feedBatch';
import { systemActor } from '../../storage/scene';
import { outdateChange } from '../changes/endChange';
import { isHeld } from './batchLease';
import { tableOf, targetOf } from './feedTables';

/** Rows in one statement, so that nobody waits long. */
const slice = { sqlite: 500, mysql: 5_000 };

/** How a batch ends that never takes force. */
export interface Dropping {
  state: 'refused' | 'rejected' | 'outdated';
  fault?: BatchFault;
  /** What was read of it by then; left out where its counts are on record. */
  counts?: Pick<FeedBatch, 'rowCount' | 'wrong'>;
  /** The state in which it must still be: somebody may have gone on with it since it was looked at. */
  from: 'receiving' | 'waiting';
  /** Whoever is at it drops it himself. Left out: only when nobody is at it any more. */
  holder?: string | null;
  /** Who gives it up; the platform itself unless told. */
  origin?: Origin;
}

function mayDrop(batch: FeedBatch, { from, holder }: Dropping, now: number): boolean {
  const isOurs = holder !== undefined && batch.holder === holder;

  return batch.inForceAt === null && batch.state === from && (isOurs || !isHeld(batch, now));
}

async function deleteLines(services: Services, table: string, batch: number): Promise<boolean> {
  const { database } = services;
  const size = slice[database.dialect];

  return database.bulk(async (link) => {
    const rows = await link.select(`SELECT line FROM ${table} WHERE batch = ? ORDER BY line LIMIT ?`, [
      batch,
      size,
    ]);
    if (rows.length > 0) {
      const last = Number(rows.at(-1)?.line);
      await link.execute(`DELETE FROM ${table} WHERE batch = ? AND line <= ?`, [batch, last]);
      await link.execute('DELETE FROM seal_places WHERE batch = ? AND line <= ?', [batch, last]);
    }

    return rows.length === size;
  });
}

/** Gives back what the batch had marked to be closed. */
async function openAgain(services: Services, table: string, batch: FeedBatch): Promise<boolean> {
  const { database } = services;
  const size = slice[database.dialect];

  return database.bulk(async (link) => {
    const rows = await link.select(
      `SELECT batch, line FROM ${table} WHERE source = ? AND closed_by = ? LIMIT ?`,
      [batch.source, batch.number, size],
    );
    for (const { batch: number, line } of rows) {
      // Who clears the same batch meanwhile may be done, and another batch may have marked the row since.
      await link.execute(
        `UPDATE ${table} SET closed_by = NULL WHERE batch = ? AND line = ? AND closed_by = ?`,
        [Number(number), Number(line), batch.number],
      );
    }

    return rows.length === size;
  });
}

async function whole(step: () => Promise<boolean>): Promise<void> {
  while (await step()) {
    await breathe();
  }
}

/** Takes away every trace of the rows of a batch that is not in force. What it says of itself stays. */
export async function clearBatchRows(services: Services, batch: FeedBatch): Promise<void> {
  const table = tableOf(targetOf(services.feedRules, batch));
  await whole(() => openAgain(services, table, batch));
  await whole(() => deleteLines(services, table, batch.number));
}

/**
 * Ends a batch that does not take force: its rows are gone, and the deliverer may use its name again. It counted for
 * nothing before either, so that nothing changes for anybody.
 * @returns undefined when somebody has gone on with it meanwhile
 */
export async function dropBatch(
  services: Services,
  id: string,
  dropping: Dropping,
): Promise<FeedBatch | undefined> {
  const { state, fault, counts = {}, origin = { actor: systemActor, ip: null } } = dropping;
  const dropped = await writeAs(services, origin, async (scene) => {
    const batch = await lockOne(FeedBatch, scene, { id });
    if (!batch || !mayDrop(batch, dropping, scene.now)) {
      return undefined;
    }
    batch.set({ ...counts, state, fault: fault ?? null, takenAs: null, holder: null, leaseUntil: null });
    if (batch.changeId) {
      await outdateChange(services, scene, batch.changeId);
    }

    return batch.saveBy(scene);
  });
  if (dropped) {
    await clearBatchRows(services, dropped);
  }

  return dropped;
}
