import type { Services } from '../../context';
import type { FeedBatch } from '../../models/feedBatch';
import { countLasting } from './closeUnseen';

/**
 * Whether a batch ends more than its share of what counts now: rows that were closed or are over leave no room. Few may
 * always end, and no more rows are counted than it takes to know. What is derived follows from what two saw to, and may
 * end as a whole.
 * @param ended rows that count now and would not any more
 */
export async function endsTooMuch(services: Services, batch: FeedBatch, ended: number): Promise<boolean> {
  const { ended: share, people } = services.config.policy.turning;
  if (batch.origin === 'derived' || ended <= people) {
    return false;
  }
  // What the batch withdraws is marked already, and counts until it is in force.
  const enough = Math.ceil((ended + 1) / share);
  const lasting = batch.withdrawn + (await countLasting(services, batch, enough - batch.withdrawn));

  return ended > Math.floor(lasting * share);
}
