import type { Services } from '../../context';
import type { Appeal } from '../../models/appeal';
import type { Scene } from '../../storage/scene';
import { noteStep, type Step } from './appealSteps';

/** Ends an appeal that is locked. */
export async function closeAppeal(
  services: Services,
  scene: Scene,
  appeal: Appeal,
  step: Step & { kind: 'upheld' | 'dismissed' | 'withdrawn' },
): Promise<void> {
  appeal.set({ state: step.kind, dueAt: null, closedAt: scene.now });
  await appeal.saveBy(scene);
  await noteStep(services, scene, appeal, step);
}
