import type { z } from 'zod';

import type { regionLevelsPropose } from '@anxing/contract/regions';

import { dayOf } from '../../base/days';
import { InvalidInput } from '../../base/errors';
import { newId } from '../../base/ids';
import { writeAs, type Origin, type Services } from '../../context';
import { createBy } from '../../models/auditedModel';
import type { Change } from '../../models/change';
import { RegionProposal } from '../../models/regionProposal';
import { levelsOn } from '../../status/regionLevels';
import { proposeChange } from '../changes/proposeChange';
import { turningLimit } from '../feeds/turning';
import { factsOf, titleOf, turnedFact, warningOf } from './describeSettings';
import { settingFaults } from './levelSettings';
import { turnedByLevels } from './turnedByLevels';

type Proposal = z.output<typeof regionLevelsPropose>;

/**
 * Proposes levels for regions; a second person puts them in force.
 * @throws invalid_input naming every wrong field, change_not_verified
 */
export async function proposeLevels(
  services: Services,
  origin: Origin,
  { changes: settings, note }: Proposal,
): Promise<Change> {
  const today = dayOf(services.clock.now(), services.config.brand.zone);
  const faults = settingFaults(services, settings, today);
  if (Object.keys(faults).length > 0) {
    throw new InvalidInput(faults);
  }
  const levels = await levelsOn(services, { day: today });
  const turned = await turnedByLevels(services, settings);
  const isTooMany = turned !== null && turned > (await turningLimit(services));

  return writeAs(services, origin, async (scene) => {
    const proposal = await createBy(RegionProposal, scene, {
      id: newId(scene.now),
      settings: JSON.stringify(settings),
      comment: note,
      turned,
      createdAt: scene.now,
    });

    return proposeChange(services, scene, {
      kind: 'regionLevels',
      subject: proposal.id,
      title: titleOf(services, settings),
      facts: [{ label: '调整说明', value: note }, ...factsOf(services, settings, levels), turnedFact(turned)],
      warning: warningOf(services, settings, isTooMany ? turned : undefined),
      staffId: origin.actor.id,
    });
  });
}
