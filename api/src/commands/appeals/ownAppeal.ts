import { isAppealOver } from '@anxing/contract/appeals';

import { AppError } from '../../base/errors';
import { Appeal } from '../../models/appeal';
import { lockOne } from '../../models/auditedModel';
import type { Scene } from '../../storage/scene';

/** The person's own appeal, locked, as long as something can happen to it. @throws not_found, appeal_over */
export async function lockOwnAppeal(scene: Scene, personId: string, id: string): Promise<Appeal> {
  const appeal = await lockOne(Appeal, scene, { id, personId });
  if (!appeal) {
    throw new AppError('not_found');
  }
  if (isAppealOver(appeal.state)) {
    throw new AppError('appeal_over');
  }

  return appeal;
}
