import { AppError } from '../../base/errors';
import { newId } from '../../base/ids';
import type { Services } from '../../context';
import { lockOne } from '../../models/auditedModel';
import type { Change } from '../../models/change';
import { FeedBatch } from '../../models/feedBatch';
import type { Scene } from '../../storage/scene';
import type { ChangeHandler } from '../changes/changeHandler';
import { applyBatch } from './applyBatch';
import { batchLeaseMs } from './batchLease';
import { refuseConcerned } from './proposeBatch';

async function waiting(scene: Scene, { subject }: Change): Promise<FeedBatch> {
  const batch = await lockOne(FeedBatch, scene, { id: subject });
  if (batch?.state !== 'waiting') {
    throw new AppError('change_outdated');
  }

  return batch;
}

/** A batch that a person uploaded, or that would turn many people. The rows of one that does not come are cleared away later. */
export const batchHandler: ChangeHandler = {
  kind: 'batch',
  async apply(services, scene, change) {
    const batch = await waiting(scene, change);
    await refuseConcerned(services, scene, batch, change.deciderPersonId);
    const leaseUntil = scene.now + batchLeaseMs;
    batch.set({ state: 'applying', holder: newId(scene.now), leaseUntil });
    await batch.saveBy(scene);
  },
  async drop(_services, scene, change) {
    const batch = await lockOne(FeedBatch, scene, { id: change.subject });
    if (batch?.state === 'waiting') {
      batch.set({ state: 'rejected', takenAs: null });
      await batch.saveBy(scene);
    }
  },
  async after(services: Services, change: Change) {
    const batch = await FeedBatch.findByPk(change.subject);
    if (batch?.state === 'applying') {
      await applyBatch(services, batch);
    }
  },
};
