import type { Services } from '../../context';
import type { FeedBatch } from '../../models/feedBatch';
import { countLasting } from './closeUnseen';
import { endedLately } from './endedLately';

/**
 * Whether a batch ends more than its share of what counts now: rows that were closed or are over leave no room. Few may
 * always end, and no more rows are counted than it takes to know. What is derived follows from what two saw to, and may
 * end as a whole.
 * @param ended rows that count now and would not any more
 * @returns how many that are, with those of the deliverer's batches of the last 24 hours; undefined when not too many
 */
export async function endsTooMuch(
  services: Services,
  batch: FeedBatch,
  ended: number,
): Promise<number | undefined> {
  const { ended: share, people } = services.config.policy.turning;
  if (batch.origin === 'derived' || ended === 0) {
    return undefined;
  }
  // Else what is too much at once would pass in parts.
  const earlier = batch.origin === 'key' ? await endedLately(services, batch) : 0;
  const all = ended + earlier;
  if (all <= people) {
    return undefined;
  }
  // What the batch withdraws is marked already, and counts until it is in force.
  const before = batch.withdrawn + earlier;
  const lasting = before + (await countLasting(services, batch, Math.ceil((all + 1) / share) - before));

  return all > Math.floor(lasting * share) ? all : undefined;
}
