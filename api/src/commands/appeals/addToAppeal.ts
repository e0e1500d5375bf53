import type { z } from 'zod';

import type { appealAddition } from '@anxing/contract/appeals';

import { writeAs, type Origin, type Services } from '../../context';
import type { Appeal } from '../../models/appeal';
import { attachEvidence } from '../evidence/attachEvidence';
import { noteStep } from './appealSteps';
import { answerDue } from './appealTimes';
import { lockOwnAppeal } from './ownAppeal';

/**
 * The person adds to an appeal: what was asked for, which hands it back to the operator, or what came to mind.
 * @throws not_found, appeal_over, invalid_input for pictures that are not the own ones
 */
export function addToAppeal(
  services: Services,
  origin: Origin,
  personId: string,
  id: string,
  { text, pictures }: z.output<typeof appealAddition>,
): Promise<Appeal> {
  return writeAs(services, origin, async (scene) => {
    const appeal = await lockOwnAppeal(scene, personId, id);
    await attachEvidence(scene, { personId }, pictures, { attachedTo: id, path: 'pictures' });
    if (appeal.state === 'needsMore') {
      appeal.set({ state: 'submitted', dueAt: answerDue(services, scene.now) });
      await appeal.saveBy(scene);
    }
    await noteStep(services, scene, appeal, { kind: 'added', text, pictures });

    return appeal;
  });
}
