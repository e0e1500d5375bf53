import { lastDeliveriesAt } from '../models/lastDeliveries';
import type { FeedState } from '../risk/fact';
import type { Database } from '../storage/database';

/** Of when the data of each feed was, as it was known at an instant (ms). */
export async function deliveriesAt(database: Database, at: number): Promise<FeedState[]> {
  const last = await lastDeliveriesAt(database, at);

  return last.map(({ source, at: lastDeliveredAt }) => ({ source, lastDeliveredAt }));
}
