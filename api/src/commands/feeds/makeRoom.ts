import { AppError } from '../../base/errors';
import type { Services } from '../../context';
import { FeedBatch } from '../../models/feedBatch';
import { clearLeft } from './clearLeft';
import type { Delivered } from './delivered';
import { isHeld } from './batchLease';
import { dropBatch } from './dropBatch';

function isSame(batch: FeedBatch, { name, digest }: Delivered): boolean {
  return batch.takenAs === name && batch.digest === digest;
}

/** @throws batch_under_way, batch_waiting */
async function pass(services: Services, batch: FeedBatch, delivered: Delivered): Promise<void> {
  const now = services.clock.now();
  if (batch.state === 'waiting') {
    // What a person uploaded does not stand in the way of the source itself, nor what was derived of a new derivation.
    const isOvertaken = batch.origin === 'hand' && delivered.origin === 'key';
    if (isOvertaken || batch.origin === 'derived') {
      await dropBatch(services, batch.id, { state: 'outdated', fault: 'outdated', from: 'waiting' });

      return;
    }
    if (!isSame(batch, delivered)) {
      throw new AppError('batch_waiting');
    }
  } else if (batch.state === 'receiving' && !isHeld(batch, now)) {
    await dropBatch(services, batch.id, { state: 'refused', fault: 'interrupted', from: 'receiving' });
  } else if (!isSame(batch, delivered) || batch.state === 'receiving') {
    throw new AppError('batch_under_way');
  }
}

/** Clears away what was left behind, and refuses while another batch of the deliverer is under way or waits. */
export async function makeRoom(services: Services, delivered: Delivered): Promise<void> {
  const { source, channel } = delivered;
  const open = await FeedBatch.findAll({
    where: { source, channel, state: ['receiving', 'waiting', 'applying'] },
  });
  for (const batch of open) {
    await pass(services, batch, delivered);
  }
  await clearLeft(services, { source, channel });
}
