import { AppError } from '../../base/errors';
import { writeAs, type Origin, type Services } from '../../context';
import { lockOne } from '../../models/auditedModel';
import { FeedBatch } from '../../models/feedBatch';
import { countUnseen } from './closeUnseen';
import { proposeBatch } from './proposeBatch';
import { turningOf } from './turning';

/**
 * A person vouches for a batch that was held because of how many people it would turn; another one decides.
 * @throws not_found, change_decided when it does not wait or was proposed already
 */
export async function releaseBatch(
  services: Services,
  origin: Origin,
  id: string,
  staffId: string,
): Promise<FeedBatch> {
  const found = await FeedBatch.findByPk(id);
  if (!found) {
    throw new AppError('not_found');
  }
  const isWhole = found.mode === 'full' && found.wrong === 0;
  const closing = isWhole ? await countUnseen(services, found) : { lasting: 0 };
  const turning = await turningOf(services, found, closing.lasting + found.withdrawn);

  return writeAs(services, origin, async (scene) => {
    const batch = await lockOne(FeedBatch, scene, { id });
    if (batch?.state !== 'waiting' || batch.changeId !== null) {
      throw new AppError('change_decided');
    }
    batch.changeId = (await proposeBatch(services, scene, { batch, turning, staffId })).id;

    return batch.saveBy(scene);
  });
}
