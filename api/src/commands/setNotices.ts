import { InvalidInput } from '../base/errors';
import { newId } from '../base/ids';
import { writeAs, type Origin, type Services } from '../context';
import { createBy, lockOne } from '../models/auditedModel';
import { FlowNotice } from '../models/flowNotice';
import type { Point } from '../models/point';
import { Staff } from '../models/staff';
import type { Scene } from '../storage/scene';

async function checkStaff(scene: Scene, unitId: string, staffIds: readonly string[]): Promise<void> {
  const known = await Staff.findAll({
    attributes: ['id'],
    where: { unitId, active: true, id: [...staffIds] },
    transaction: scene.tx,
  });
  const ids = new Set(known.map(({ id }) => id));
  const faults = staffIds.flatMap((id, i) => (ids.has(id) ? [] : [[`staffIds.${i}`, 'staffUnknown']]));
  if (faults.length > 0) {
    throw new InvalidInput(Object.fromEntries(faults));
  }
}

/**
 * Chooses who is told of a point's warnings.
 * @param staffIds null for the unit's managers
 * @throws invalid_input naming everybody who does not work there
 */
export function setNotices(
  services: Services,
  origin: Origin,
  point: Point,
  staffIds: readonly string[] | null,
): Promise<void> {
  return writeAs(services, origin, async (scene) => {
    const { id: pointId, unitId } = point;
    const notice = await lockOne(FlowNotice, scene, { pointId });
    if (staffIds === null) {
      await notice?.destroyBy(scene);

      return;
    }
    await checkStaff(scene, unitId, staffIds);
    const joined = [...new Set(staffIds)].join(',');
    if (notice) {
      notice.staffIds = joined;
      await notice.saveBy(scene);
    } else {
      await createBy(FlowNotice, scene, { id: newId(scene.now), pointId, staffIds: joined });
    }
  });
}
