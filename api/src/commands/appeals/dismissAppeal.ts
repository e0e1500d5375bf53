import { writeAs, type Origin, type Services } from '../../context';
import type { Appeal } from '../../models/appeal';
import type { Staff } from '../../models/staff';
import { closeAppeal } from './closeAppeal';
import { lockAnswerable } from './lockAnswerable';
import { tellApplicant } from './tellApplicant';

/** Answers that the reason stands. It changes no colour: one person may do it. @throws as `lockAnswerable` */
export function dismissAppeal(
  services: Services,
  origin: Origin,
  staff: Staff,
  id: string,
  answer: string,
): Promise<Appeal> {
  return writeAs(services, origin, async (scene) => {
    const appeal = await lockAnswerable(scene, staff, id);
    await closeAppeal(services, scene, appeal, { kind: 'dismissed', text: answer, staffId: staff.id });
    await tellApplicant(services, scene, appeal, 'dismissed');

    return appeal;
  });
}
