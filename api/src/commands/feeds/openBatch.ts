import { createHash } from 'node:crypto';

import { AppError } from '../../base/errors';
import { newId } from '../../base/ids';
import { writeAs, type Origin, type Services } from '../../context';
import { createBy } from '../../models/auditedModel';
import { FeedBatch } from '../../models/feedBatch';
import type { FeedRule } from '../../risk/feedRules';
import type { Scene } from '../../storage/scene';
import { inTurn } from '../../storage/turns';
import { batchLeaseMs } from './batchLease';
import { newBatchNumber } from './batchNumber';
import { BatchRefused } from './batchRefused';
import type { Delivered } from './delivered';
import { makeRoom } from './makeRoom';

/** How far a deliverer's clock may be ahead. */
const aheadMs = 5 * 60_000;

/** A batch that is to be received, or one that was before. */
export interface Opened {
  batch: FeedBatch;
  isRepeat: boolean;
}

const batchesOf = ({ source, channel }: Delivered) => ({ source, channel });

async function findRepeat(scene: Scene, delivered: Delivered): Promise<FeedBatch | null> {
  const found = await FeedBatch.findOne({
    where: { ...batchesOf(delivered), takenAs: delivered.name },
    transaction: scene.tx,
  });
  if (found && found.state !== 'receiving' && found.digest !== delivered.digest) {
    throw new AppError('same_batch_other_content');
  }

  return found;
}

/** The last batch that is in force; what people uploaded for a channel stands in the way of none with its key. */
function lastInForce(scene: Scene, { source, channel, origin }: Delivered): Promise<FeedBatch | null> {
  return FeedBatch.findOne({
    where: { source, channel, state: 'inForce', ...(origin === 'key' ? { origin } : {}) },
    order: [['number', 'DESC']],
    transaction: scene.tx,
  });
}

async function lastSequence(scene: Scene, delivered: Delivered): Promise<number> {
  const last = await FeedBatch.max<number | null, FeedBatch>('sequence', {
    where: { ...batchesOf(delivered), state: 'inForce' },
    transaction: scene.tx,
  });

  return last ?? 0;
}

/** Numbers that a full batch may leave out: with a mistyped one the deliverer could never go on. */
const mostLeftOut = 1_000;

/** Full ones may leave some numbers out: each says everything. @throws BatchRefused */
async function checkOrder(scene: Scene, feed: FeedRule, delivered: Delivered): Promise<void> {
  const { sequence, asOf } = delivered;
  if (asOf > scene.now + aheadMs) {
    throw new BatchRefused('future');
  }
  const last = await lastInForce(scene, delivered);
  if (last && Number(last.asOf) > asOf) {
    throw new BatchRefused('older');
  }
  if (sequence === null) {
    return;
  }
  const expected = (await lastSequence(scene, delivered)) + 1;
  const highest = feed.delivery === 'full' ? expected + mostLeftOut : expected;
  if (sequence < expected || sequence > highest) {
    throw new BatchRefused('sequence', String(expected));
  }
}

function create(scene: Scene, feed: FeedRule, delivered: Delivered): Promise<FeedBatch> {
  const { name, ...given } = delivered;

  return createBy(FeedBatch, scene, {
    ...given,
    id: newId(scene.now),
    number: newBatchNumber(scene.now),
    name,
    takenAs: name,
    mode: feed.delivery,
    state: 'receiving',
    receivedAt: scene.now,
    holder: newId(scene.now),
    leaseUntil: scene.now + batchLeaseMs,
  });
}

function turnOf({ source, channel }: Delivered): string {
  return `feed ${createHash('sha256').update(`${source}\0${channel}`).digest('base64url').slice(0, 20)}`;
}

/**
 * Begins a batch, or finds that it came before. Of a deliverer one batch at a time is under way.
 * @throws batch_under_way, batch_waiting, batch_out_of_order, same_batch_other_content
 */
export function openBatch(
  services: Services,
  origin: Origin,
  feed: FeedRule,
  delivered: Delivered,
): Promise<Opened> {
  const turn = { name: turnOf(delivered), owner: services.lease.owner };

  return inTurn(services.database, turn, async () => {
    await makeRoom(services, delivered);

    return writeAs(services, origin, async (scene) => {
      const repeat = await findRepeat(scene, delivered);
      if (repeat) {
        return { batch: repeat, isRepeat: true };
      }
      await checkOrder(scene, feed, delivered);

      return { batch: await create(scene, feed, delivered), isRepeat: false };
    });
  });
}
