import type { RecomputeRun } from '@anxing/contract/ruleVersions';

import { newId } from '../../base/ids';
import type { Services } from '../../context';
import type { Scene } from '../../storage/scene';

/** What changed, so that people are to be judged anew. */
export interface RecomputeCause {
  cause: RecomputeRun['cause'];
  /** Number of a batch, version of the rules, or id of a change. */
  subject: string;
  /** ms: not before; left out: at once. */
  dueAt?: number;
}

/** Has everybody judged anew whom a change may concern: in the background, by any process, soon after the commit. */
export async function startRecompute(
  { database }: Services,
  scene: Scene,
  { cause, subject, dueAt }: RecomputeCause,
): Promise<void> {
  const id = newId(scene.now);
  await database
    .within(scene.tx)
    .insert('recomputes (id, cause, subject, state, position, done, changed, due_at, started_at)', [
      [id, cause, subject, 'waiting', '', 0, 0, dueAt ?? scene.now, scene.now],
    ]);
  scene.events.push({ action: 'recomputes.start', target: id, details: { cause, subject } });
}
