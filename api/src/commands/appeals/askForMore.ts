import { writeAs, type Origin, type Services } from '../../context';
import type { Appeal } from '../../models/appeal';
import type { Staff } from '../../models/staff';
import { noteStep } from './appealSteps';
import { additionDue } from './appealTimes';
import { lockAnswerable } from './lockAnswerable';
import { tellApplicant } from './tellApplicant';

/** Asks the person for more; who adds nothing in time has the appeal ended. @throws as `lockAnswerable` */
export function askForMore(
  services: Services,
  origin: Origin,
  staff: Staff,
  id: string,
  text: string,
): Promise<Appeal> {
  return writeAs(services, origin, async (scene) => {
    const appeal = await lockAnswerable(scene, staff, id);
    appeal.set({ state: 'needsMore', dueAt: additionDue(services, scene.now) });
    await appeal.saveBy(scene);
    await noteStep(services, scene, appeal, { kind: 'moreAsked', text, staffId: staff.id });
    await tellApplicant(services, scene, appeal, 'moreAsked');

    return appeal;
  });
}
