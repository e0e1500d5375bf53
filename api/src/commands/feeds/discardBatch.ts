import { AppError } from '../../base/errors';
import { writeAs, type Origin, type Services } from '../../context';
import { FeedBatch } from '../../models/feedBatch';
import type { Staff } from '../../models/staff';
import type { Scene } from '../../storage/scene';
import { partyOf, requireProof } from '../changes/parties';
import { dropBatch } from './dropBatch';
import { refuseConcerned } from './proposeBatch';

/** Whoever says no to what a source has signed is a known person, here himself, and none of those whom it concerns. */
async function requireStranger(
  services: Services,
  scene: Scene,
  staff: Staff,
  batch: FeedBatch,
): Promise<void> {
  await requireProof(scene, staff.id);
  const { person } = await partyOf(staff, scene.tx);
  if (!person) {
    throw new AppError('change_not_verified');
  }
  await refuseConcerned(services, scene, batch, person.id);
}

/**
 * Gives up a batch that waits: nobody's colour changes by it.
 * @throws proof_required, change_not_verified, change_about_self, change_decided when it does not wait
 */
export async function discardBatch(
  services: Services,
  origin: Origin,
  staff: Staff,
  id: string,
): Promise<FeedBatch> {
  const batch = await FeedBatch.findByPk(id);
  if (batch?.state !== 'waiting') {
    throw new AppError('change_decided');
  }
  await writeAs(services, origin, (scene) => requireStranger(services, scene, staff, batch));
  const dropped = await dropBatch(services, id, { state: 'rejected', from: 'waiting', origin });
  if (!dropped) {
    throw new AppError('change_decided');
  }

  return dropped;
}
