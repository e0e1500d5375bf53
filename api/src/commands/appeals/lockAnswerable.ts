import { isAppealOver } from '@anxing/contract/appeals';

import { AppError } from '../../base/errors';
import { Appeal } from '../../models/appeal';
import { lockOne } from '../../models/auditedModel';
import type { Staff } from '../../models/staff';
import type { Scene } from '../../storage/scene';
import { aboutFault, partyOf, type Party } from '../changes/parties';

/** Whether the operator is the one to act. */
export function awaitsAnswer({ state }: Appeal): boolean {
  return state === 'submitted' || state === 'needsMore';
}

/** Why somebody must not answer: it is his own appeal, or about what he decided himself. */
export function answerFault(answerer: Party, { about }: Appeal): 'change_about_self' | undefined {
  return aboutFault(answerer, JSON.parse(about) as string[]);
}

/**
 * An appeal that a staff member of the operator may answer now, locked.
 * @throws not_found, change_about_self, appeal_over, appeal_in_approval
 */
export async function lockAnswerable(scene: Scene, staff: Staff, id: string): Promise<Appeal> {
  const appeal = await lockOne(Appeal, scene, { id });
  if (!appeal) {
    throw new AppError('not_found');
  }
  const fault = answerFault(await partyOf(staff, scene.tx), appeal);
  if (fault) {
    throw new AppError(fault);
  }
  if (!awaitsAnswer(appeal)) {
    throw new AppError(isAppealOver(appeal.state) ? 'appeal_over' : 'appeal_in_approval');
  }

  return appeal;
}
