import { Appeal } from '../../models/appeal';
import { lockOne } from '../../models/auditedModel';
import type { Override } from '../../models/override';
import type { Scene } from '../../storage/scene';

/** The appeal that an override upholds, locked; undefined when there is none, or it no longer waits for it. */
export async function appealInApproval(
  scene: Scene,
  { appealId, changeId }: Override,
): Promise<Appeal | undefined> {
  const appeal = appealId === null ? null : await lockOne(Appeal, scene, { id: appealId });

  return appeal?.state === 'inApproval' && appeal.changeId === changeId ? appeal : undefined;
}
