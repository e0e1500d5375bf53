import { AppError } from '../../base/errors';
import { writeAs, type Origin, type Services } from '../../context';
import { lockOne } from '../../models/auditedModel';
import type { Change } from '../../models/change';
import { FeedKey } from '../../models/feedKey';
import type { Staff } from '../../models/staff';
import type { FeedRule } from '../../risk/feedRules';
import type { ChangeHandler } from '../changes/changeHandler';
import { proposeChange } from '../changes/proposeChange';

/**
 * That nobody waits any more for the deliverer whose key was revoked. Who was grey for want of his data may become
 * green by it, so a second person has to agree.
 * @throws not_found, conflict when the key is not waited for, change_not_verified
 */
export function proposeKeyEnd(
  services: Services,
  origin: Origin,
  { feed, id, staff }: { feed: FeedRule; id: string; staff: Staff },
): Promise<Change> {
  return writeAs(services, origin, async (scene) => {
    const key = await lockOne(FeedKey, scene, { id });
    if (key?.source !== feed.source) {
      throw new AppError('not_found');
    }
    if (key.state !== 'awaited') {
      throw new AppError('conflict');
    }

    return proposeChange(services, scene, {
      kind: 'feedKeyEnd',
      subject: key.id,
      scope: feed.source,
      title: `${feed.name}：不再等待 ${key.owner}`,
      facts: [
        { label: '数据源', value: feed.name },
        { label: '报送方', value: key.owner },
        { label: '通道', value: key.channel },
      ],
      warning: '批准后该报送方不再计入数据是否送达：因缺其数据而为“核验中”的人员可能变为绿码',
      staffId: staff.id,
    });
  });
}

/** The end of a deliverer. */
export const feedKeyEndHandler: ChangeHandler = {
  kind: 'feedKeyEnd',
  async apply(_services, scene, { subject }) {
    const key = await lockOne(FeedKey, scene, { id: subject });
    if (key?.state !== 'awaited') {
      throw new AppError('change_outdated');
    }
    key.state = 'revoked';
    key.activeUntil = scene.now;
    await key.saveBy(scene);
  },
  drop: () => Promise.resolve(),
};
