import type { NoticeChoices } from '@anxing/contract/flow';

import type { Services } from '../context';
import { FlowNotice } from '../models/flowNotice';
import type { Point } from '../models/point';
import { Staff } from '../models/staff';
import { openField } from '../privacy/sealedFields';

/** Who is told of a point's warnings, and who could be. */
export async function presentNoticeChoices(services: Services, point: Point): Promise<NoticeChoices> {
  const [notice, staff] = await Promise.all([
    FlowNotice.findOne({ where: { pointId: point.id } }),
    Staff.findAll({ where: { unitId: point.unitId, active: true }, order: ['id'] }),
  ]);
  const chosen = notice && new Set(notice.staffIds.split(','));

  return {
    staffIds: chosen && staff.map(({ id }) => id).filter((id) => chosen.has(id)),
    choices: staff.map((one) => ({
      id: one.id,
      name: openField(services.vault, 'staff', 'name', one, one.name),
    })),
  };
}
