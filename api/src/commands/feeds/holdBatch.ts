import { writeAs, type Origin, type Services } from '../../context';
import { lockOne } from '../../models/auditedModel';
import { FeedBatch } from '../../models/feedBatch';
import type { Scene } from '../../storage/scene';
import { applyBatch } from './applyBatch';
import { BatchRefused } from './batchRefused';
import type { BatchTally } from './batchTally';
import { countUnseen } from './closeUnseen';
import { proposeBatch } from './proposeBatch';
import { turningOf, type Turning } from './turning';

/** @throws BatchRefused when another process has gone on with it */
async function lockOwn(scene: Scene, { id, holder }: FeedBatch): Promise<FeedBatch> {
  const batch = await lockOne(FeedBatch, scene, { id });
  if (batch?.state !== 'receiving' || batch.holder !== holder) {
    throw new BatchRefused('interrupted');
  }

  return batch;
}

function keepCounts(
  services: Services,
  origin: Origin,
  held: FeedBatch,
  tally: BatchTally,
): Promise<FeedBatch> {
  return writeAs(services, origin, async (scene) => {
    const batch = await lockOwn(scene, held);
    const { rows, added, withdrawn, unchanged, ignored, wrong } = tally;
    batch.set({ rowCount: rows, added, withdrawn, unchanged, ignored, wrong });

    return batch.saveBy(scene);
  });
}

/** It waits: for whom it was uploaded by, a change is proposed at once. */
async function wait(services: Services, scene: Scene, batch: FeedBatch, turning: Turning): Promise<void> {
  batch.set({ state: 'waiting', holder: null, leaseUntil: null });
  if (batch.staffId) {
    batch.changeId = (await proposeBatch(services, scene, { batch, turning, staffId: batch.staffId })).id;
  }
}

/**
 * Everything of a batch is there: it takes force, or waits for a second person when a person uploaded it. One that does
 * too much to too many waits until a person proposes it, and another one approves.
 */
export async function holdBatch(
  services: Services,
  origin: Origin,
  held: FeedBatch,
  tally: BatchTally,
): Promise<FeedBatch> {
  const counted = await keepCounts(services, origin, held, tally);
  const isWhole = counted.mode === 'full' && counted.wrong === 0;
  const closing = isWhole ? await countUnseen(services, counted) : { all: 0, lasting: 0 };
  const turning = await turningOf(services, counted, closing.lasting + counted.withdrawn);
  const isForced = counted.origin !== 'hand' && turning.turned === undefined && turning.ended === undefined;
  const next = await writeAs(services, origin, async (scene) => {
    const batch = await lockOwn(scene, held);
    batch.closed = closing.all;
    if (isForced) {
      batch.state = 'applying';
    } else {
      await wait(services, scene, batch, turning);
    }

    return batch.saveBy(scene);
  });

  return isForced ? applyBatch(services, next) : next;
}
