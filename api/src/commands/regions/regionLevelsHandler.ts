import { dayOf, startOfDay } from '../../base/days';
import { AppError } from '../../base/errors';
import type { Services } from '../../context';
import type { Change } from '../../models/change';
import { RegionProposal } from '../../models/regionProposal';
import type { Scene } from '../../storage/scene';
import type { ChangeHandler } from '../changes/changeHandler';
import { startRecompute } from '../risk/startRecompute';
import { areKnown, type LevelSetting } from './levelSettings';
import { setLevels } from './setLevels';

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
