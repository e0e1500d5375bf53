import { FlowNotice } from '../models/flowNotice';
import { Staff } from '../models/staff';
import { rolesOf } from '../models/staffRoles';
import type { Scene } from '../storage/scene';

function isManager({ roles }: Staff): boolean {
  return rolesOf(roles).some((role) => role === 'owner' || role === 'manager');
}

/**
 * Who is told of a point's warnings: those who were chosen, or the unit's managers. When nobody of the chosen works
 * there any more, it is the managers again: a warning must not go to nobody by accident.
 */
export async function noticeReceivers(
  scene: Scene,
  point: { id: string; unitId: string },
): Promise<string[]> {
  const staff = await Staff.findAll({
    where: { unitId: point.unitId, active: true },
    transaction: scene.tx,
  });
  const notice = await FlowNotice.findOne({ where: { pointId: point.id }, transaction: scene.tx });
  const chosen = staff.filter(({ id }) => notice?.staffIds.split(',').includes(id));
  const isForNobody = notice?.staffIds === '';
  const receivers = isForNobody || chosen.length > 0 ? chosen : staff.filter(isManager);

  return receivers.map(({ id }) => id);
}
