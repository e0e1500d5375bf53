import { AppError } from '../../base/errors';
import type { Origin, Services } from '../../context';
import { FeedBatch } from '../../models/feedBatch';
import { dropBatch } from './dropBatch';

/** Gives up a batch that waits: nobody's colour changes by it. @throws change_decided when it does not wait */
export async function discardBatch(services: Services, origin: Origin, id: string): Promise<FeedBatch> {
  const batch = await FeedBatch.findByPk(id);
  const dropped =
    batch?.state === 'waiting'
      ? await dropBatch(services, id, { state: 'rejected', from: 'waiting', origin })
      : undefined;
  if (!dropped) {
    throw new AppError('change_decided');
  }

  return dropped;
}
