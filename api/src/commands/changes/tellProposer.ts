import { changeStateNames } from '@anxing/contract/changes';

import { newId } from '../../base/ids';
import { createBy } from '../../models/auditedModel';
import type { Change } from '../../models/change';
import { Message } from '../../models/message';
import type { Scene } from '../../storage/scene';

/** Whoever proposed a change hears how it ended, unless he ended it himself. */
export async function tellProposer(scene: Scene, { staffId, title, state }: Change): Promise<void> {
  if (state === 'withdrawn') {
    return;
  }
  await createBy(Message, scene, {
    id: newId(scene.now),
    staffId,
    kind: 'change',
    title: `您提出的变更${changeStateNames[state]}`,
    body: `“${title}”${changeStateNames[state]}。`,
    at: scene.now,
  });
}
