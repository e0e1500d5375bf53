import { dayOf, startOfDay } from '../../base/days';
import { AppError } from '../../base/errors';
import type { Services } from '../../context';
import type { Change } from '../../models/change';
import { RegionProposal } from '../../models/regionProposal';
import type { Scene } from '../../storage/scene';
import type { ChangeHandler } from '../changes/changeHandler';
import { turningLimit } from '../feeds/turning';
import { startRecompute } from '../risk/startRecompute';
import { areKnown, type LevelSetting } from './levelSettings';
import { setLevels } from './setLevels';
import { turnedByLevels } from './turnedByLevels';

/** People are judged anew at once, and again on each day to come on which a level begins or ends. */
async function judgeAnew(
  services: Services,
  scene: Scene,
  change: Change,
  settings: readonly LevelSetting[],
) {
  const { zone } = services.config.brand;
  const today = dayOf(scene.now, zone);
  const turns = settings.flatMap(({ from, until }) => (until === null ? [from] : [from, until]));
  const cause = { cause: 'regions', subject: change.id } as const;
  await startRecompute(services, scene, cause);
  for (const day of new Set(turns.filter((turn) => turn > today))) {
    await startRecompute(services, scene, { ...cause, dueAt: startOfDay(day, zone) });
  }
}

/**
 * The number that the second person has read must still be about right.
 * @throws change_outdated when more people than may turn unasked have come to it since
 */
async function refuseMore(
  services: Services,
  change: Change,
  told: number,
  settings: readonly LevelSetting[],
): Promise<void> {
  const since = (await turnedByLevels(services, settings, Number(change.proposedAt))) ?? 0;
  const limit = await turningLimit(services);
  const unwarned = told > limit ? 0 : told;
  if (since > 0 && unwarned + since > limit) {
    throw new AppError('change_outdated');
  }
}

/** Levels of regions: in force with the approval. */
export const regionLevelsHandler: ChangeHandler = {
  kind: 'regionLevels',

  async apply(services, scene, change) {
    const proposal = await RegionProposal.findByPk(change.subject, {
      transaction: scene.tx,
      rejectOnEmpty: true,
    });
    const settings = JSON.parse(proposal.settings) as LevelSetting[];
    if (!areKnown(services, settings)) {
      throw new AppError('change_outdated');
    }
    await refuseMore(services, change, proposal.turned ?? 0, settings);
    const periods = settings.map(({ division, level, policy = null, from, until }) => ({
      division,
      level,
      policy,
      fromDay: from,
      untilDay: until,
      changeId: change.id,
    }));
    await setLevels(scene, periods);
    await judgeAnew(services, scene, change, settings);
  },

  async drop() {
    // The proposal stays as what was not approved.
  },
};
