import { createHash } from 'node:crypto';

import { AppError, InvalidInput } from '../../base/errors';
import { newId } from '../../base/ids';
import { publicKeyFromText } from '../../codes/ed25519Text';
import { writeAs, type Origin, type Services } from '../../context';
import { createBy, lockOne } from '../../models/auditedModel';
import { FeedKey } from '../../models/feedKey';
import type { Staff } from '../../models/staff';
import type { FeedRule } from '../../risk/feedRules';
import type { ChangeHandler } from '../changes/changeHandler';
import { proposeChange } from '../changes/proposeChange';

export interface ProposedKey {
  feed: FeedRule;
  staff: Staff;
  channel: string;
  owner: string;
  publicKey: string;
}

/** Channels in which the platform itself writes. */
const ownChannels = new Set(['inside', 'derived', 'hand']);

/** So that the second person can compare it with what the source says on the phone. */
function fingerprintOf(publicKey: string): string {
  const hex = createHash('sha256').update(Buffer.from(publicKey, 'base64url')).digest('hex');

  return (hex.slice(0, 32).match(/.{4}/g) ?? []).join(' ');
}

/** Who holds a key decides about colours: a second person has to agree. @throws invalid_input, change_not_verified */
export function proposeFeedKey(services: Services, origin: Origin, given: ProposedKey): Promise<FeedKey> {
  const { feed, staff, channel, owner, publicKey } = given;
  if (feed.columns.length === 0) {
    throw new InvalidInput({ source: 'feedSource' });
  }
  if (ownChannels.has(channel)) {
    throw new InvalidInput({ channel: 'format' });
  }
  if (!publicKeyFromText(publicKey)) {
    throw new InvalidInput({ publicKey: 'format' });
  }

  return writeAs(services, origin, async (scene) => {
    const key = await createBy(FeedKey, scene, {
      id: newId(scene.now),
      source: feed.source,
      channel,
      owner,
      publicKey,
      state: 'waiting',
      createdAt: scene.now,
    });
    const change = await proposeChange(services, scene, {
      kind: 'feedKey',
      subject: key.id,
      scope: feed.source,
      title: `${feed.name}：${owner}`,
      facts: [
        { label: '数据源', value: feed.name },
        { label: '报送方', value: owner },
        { label: '通道', value: channel },
        { label: '密钥指纹', value: fingerprintOf(publicKey) },
      ],
      warning: '持有该密钥者报送的数据将直接影响健康码颜色，请向报送方电话核对指纹',
      staffId: staff.id,
    });
    key.changeId = change.id;

    return key.saveBy(scene);
  });
}

/** A deliverer with a new key is waited for by that one. */
async function replaceAwaited(
  scene: Parameters<ChangeHandler['apply']>[1],
  { source, channel }: FeedKey,
): Promise<void> {
  const awaited = await FeedKey.findAll({
    where: { source, channel, state: 'awaited' },
    transaction: scene.tx,
    lock: scene.tx.LOCK.UPDATE,
  });
  for (const key of awaited) {
    key.state = 'revoked';
    key.activeUntil = scene.now;
    await key.saveBy(scene);
  }
}

async function setState(
  scene: Parameters<ChangeHandler['apply']>[1],
  id: string,
  state: 'active' | 'rejected',
) {
  const key = await lockOne(FeedKey, scene, { id });
  if (key?.state !== 'waiting') {
    throw new AppError('change_outdated');
  }
  key.state = state;
  key.activeFrom = state === 'active' ? scene.now : null;
  await key.saveBy(scene);
  if (state === 'active') {
    await replaceAwaited(scene, key);
  }
}

/** The key of a source. */
export const feedKeyHandler: ChangeHandler = {
  kind: 'feedKey',
  apply: (_services, scene, { subject }) => setState(scene, subject, 'active'),
  drop: (_services, scene, { subject }) => setState(scene, subject, 'rejected'),
};
