import type { ChangeState } from '@anxing/contract/changes';

import type { Services } from '../../context';
import { lockOne } from '../../models/auditedModel';
import { Change } from '../../models/change';
import type { Scene } from '../../storage/scene';
import { handlerOf } from './changeHandlers';
import { tellProposer } from './tellProposer';

export type EndState = Exclude<ChangeState, 'waiting'>;

/** Ends a change that is locked and waits: with its handler's part, an audit event and word to who proposed it. */
export async function endChange(
  services: Services,
  scene: Scene,
  change: Change,
  state: EndState,
): Promise<void> {
  change.state = state;
  change.decidedAt = scene.now;
  await change.saveBy(scene);
  const { id, kind, subject } = change;
  scene.events.push({ action: `changes.${state}`, target: id, details: { kind, subject } });
  const handler = handlerOf(kind);
  if (state === 'approved') {
    await handler.apply(services, scene, change);
  } else if (state !== 'outdated') {
    await handler.drop(services, scene, change, state);
  }
  await tellProposer(scene, change);
}

/** Ends a change that what it is about has outrun; one that was decided already stays as it is. */
export async function outdateChange(services: Services, scene: Scene, changeId: string): Promise<void> {
  const change = await lockOne(Change, scene, { id: changeId });
  if (change?.state === 'waiting') {
    await endChange(services, scene, change, 'outdated');
  }
}
