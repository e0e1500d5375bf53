import type { Services } from '../../context';
import type { Override } from '../../models/override';
import type { Scene } from '../../storage/scene';
import { appealInApproval } from './appealInApproval';
import { noteStep } from './appealSteps';
import { answerDue } from './appealTimes';
import { tellApplicant } from './tellApplicant';

/** What would have upheld an appeal does not come: the operator looks once more, with a new deadline. */
export async function sendBackAppeal(services: Services, scene: Scene, override: Override): Promise<void> {
  const appeal = await appealInApproval(scene, override);
  if (!appeal) {
    return;
  }
  appeal.set({ state: 'submitted', dueAt: answerDue(services, scene.now) });
  await appeal.saveBy(scene);
  await noteStep(services, scene, appeal, { kind: 'sentBack' });
  await tellApplicant(services, scene, appeal, 'sentBack');
}
