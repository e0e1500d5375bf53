import { newId } from '../../base/ids';
import { writeAs, type Services } from '../../context';
import type { Job } from '../../jobs/job';
import { lockOne } from '../../models/auditedModel';
import { FeedBatch } from '../../models/feedBatch';
import { systemActor } from '../../storage/scene';
import { applyBatch } from './applyBatch';
import { batchLeaseMs, isHeld } from './batchLease';
import { clearBatchRows, dropBatch } from './dropBatch';

/** Takes a batch over whose process does not hold it any more. */
function takeOver(services: Services, id: string): Promise<FeedBatch | undefined> {
  return writeAs(services, { actor: systemActor, ip: null }, async (scene) => {
    const batch = await lockOne(FeedBatch, scene, { id });
    if (batch?.state !== 'applying' || isHeld(batch, scene.now)) {
      return undefined;
    }
    batch.set({ holder: newId(scene.now), leaseUntil: scene.now + batchLeaseMs });

    return batch.saveBy(scene);
  });
}

async function tend(services: Services, { id, state }: FeedBatch): Promise<void> {
  if (state === 'receiving') {
    await dropBatch(services, id, { state: 'refused', fault: 'interrupted', from: 'receiving' });

    return;
  }
  const taken = await takeOver(services, id);
  if (taken) {
    await applyBatch(services, taken);
  }
}

/** Batches whose rows may still lie there although they do not count: the process that cleared them died. */
async function clearLeft(services: Services): Promise<void> {
  const { database } = services;
  const rows = await database.read(
    'SELECT DISTINCT b.id FROM feed_batches b WHERE b.state IN (?) AND ' +
      '(EXISTS (SELECT 1 FROM facts f WHERE f.batch = b.number) OR ' +
      'EXISTS (SELECT 1 FROM register_rows r WHERE r.batch = b.number))',
    [['refused', 'rejected', 'outdated']],
  );
  for (const batch of await FeedBatch.findAll({ where: { id: rows.map(({ id }) => String(id)) } })) {
    await clearBatchRows(services, batch);
  }
}

/** Goes on with batches whose process died: what was complete takes force, what was not is taken away. */
export const tendBatches: Job = {
  name: 'tend batches',
  everyMs: 30_000,
  async perform(services) {
    for (const batch of await FeedBatch.findAll({ where: { state: ['receiving', 'applying'] } })) {
      if (!isHeld(batch, services.clock.now())) {
        // One that cannot be gone on with keeps none of the others.
        await tend(services, batch).catch((err: unknown) =>
          services.logger.error({ job: 'tend batches', batch: batch.id, err }),
        );
      }
    }
    await clearLeft(services);
  },
};
