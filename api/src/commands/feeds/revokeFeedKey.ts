import { AppError } from '../../base/errors';
import { writeAs, type Origin, type Services } from '../../context';
import { lockOne } from '../../models/auditedModel';
import { FeedKey } from '../../models/feedKey';
import type { Scene } from '../../storage/scene';
import { outdateChange } from '../changes/endChange';

/** Another key of the same deliverer goes on. */
async function hasAnother(scene: Scene, { id, source, channel }: FeedKey): Promise<boolean> {
  const keys = await FeedKey.findAll({ where: { source, channel, state: 'active' }, transaction: scene.tx });

  return keys.some((key) => key.id !== id);
}

async function revokeActive(scene: Scene, key: FeedKey): Promise<void> {
  if (await hasAnother(scene, key)) {
    key.state = 'revoked';
    key.activeUntil = scene.now;

    return;
  }
  key.state = 'awaited';
}

/**
 * What the key signs from now on counts no more, at once: a key in wrong hands waits for nobody. What it signed before
 * stays, and its deliverer's data is still expected until two people say otherwise (`proposeKeyEnd`): else one person
 * alone could make everybody green who is grey for want of it.
 * @throws not_found
 */
export function revokeFeedKey(
  services: Services,
  origin: Origin,
  { source, id }: { source: string; id: string },
): Promise<void> {
  return writeAs(services, origin, async (scene) => {
    const key = await lockOne(FeedKey, scene, { id });
    if (key?.source !== source) {
      throw new AppError('not_found');
    }
    if (key.state === 'waiting') {
      if (key.changeId) {
        await outdateChange(services, scene, key.changeId);
      }
      key.state = 'revoked';
    }
    if (key.state === 'active') {
      await revokeActive(scene, key);
    }
    await key.saveBy(scene);
  });
}
