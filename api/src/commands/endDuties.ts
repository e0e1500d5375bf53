import { Duty } from '../models/duty';
import type { Scene } from '../storage/scene';

/** Signs off whoever is on duty: the staff members named, or everybody at the points named. */
export async function endDuties(
  scene: Scene,
  whose: { staffId: readonly string[] } | { pointId: readonly string[] },
): Promise<void> {
  const where = 'staffId' in whose ? { staffId: [...whose.staffId] } : { pointId: [...whose.pointId] };
  const open = await Duty.findAll({
    where: { ...where, until: null },
    transaction: scene.tx,
    lock: scene.tx.LOCK.UPDATE,
  });
  for (const duty of open) {
    duty.until = scene.now;
    await duty.saveBy(scene);
  }
}
