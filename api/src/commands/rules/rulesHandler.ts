import { AppError } from '../../base/errors';
import type { Services } from '../../context';
import type { RuleVersion } from '../../models/ruleVersion';
import type { Scene } from '../../storage/scene';
import type { ChangeHandler } from '../changes/changeHandler';
import { turningLimit } from '../feeds/turning';
import { startRecompute } from '../risk/startRecompute';
import { latestDryRun } from './dryRuns';
import { lockStanding, outdateVersions, textOfStanding, type Standing } from './standing';
import { checkRules, lockVersion, rulesOf } from './storedRules';
import { turnedSince } from './turnedSince';

/**
 * The number that the second person has read must still be about right: after a day, under other rules or when more people
 * than may turn unasked have come to it since, it is tried again.
 * @throws rules_trial_old
 */
async function requireFreshTrial(
  services: Services,
  scene: Scene,
  version: RuleVersion,
  { base }: Standing,
): Promise<void> {
  if (base?.rules === version.rules) {
    return;
  }
  const trial = await latestDryRun(services, scene, version);
  if (!trial) {
    throw new AppError('rules_trial_old');
  }
  const limit = await turningLimit(services);
  const since = await turnedSince(services, rulesOf(version), { since: trial.startedAt, enough: limit });
  const told = trial.turned > limit ? 0 : trial.turned;
  if (since > 0 && told + since > limit) {
    throw new AppError('rules_trial_old');
  }
}

/** A version of the rules: approved, it takes force at its time. */
export const rulesHandler: ChangeHandler = {
  kind: 'rules',

  async apply(services, scene, change) {
    const version = await lockVersion(scene, Number(change.subject));
    if (version.state !== 'waiting') {
      throw new AppError('change_outdated');
    }
    // Colours, feeds and levels may be others than when it was written.
    checkRules(services, rulesOf(version).rules);
    const takesForceAt = Math.max(Number(version.takesForceAt ?? 0), scene.now);
    const standing = await lockStanding(scene, takesForceAt);
    // Else it would undo what came meanwhile, which nobody has read.
    if (change.scope !== textOfStanding(standing)) {
      throw new AppError('change_outdated');
    }
    await requireFreshTrial(services, scene, version, standing);
    await outdateVersions(scene, standing.overtaken, version.version);
    version.set({
      state: 'approved',
      approvedBy: change.deciderStaffId,
      approvedAt: scene.now,
      takesForceAt,
    });
    await version.saveBy(scene);
    await startRecompute(services, scene, {
      cause: 'rules',
      subject: change.subject,
      dueAt: takesForceAt,
    });
    // What lifts a case may be other decisions than before.
    await startRecompute(services, scene, { cause: 'derive', subject: 'contacts', dueAt: takesForceAt });
  },

  async drop(_services, scene, change, state) {
    const version = await lockVersion(scene, Number(change.subject));
    if (version.state === 'waiting') {
      // What its author took back may be worked on; what was turned down stays as it is.
      version.set({ state: state === 'withdrawn' ? 'draft' : 'rejected', takesForceAt: null });
      await version.saveBy(scene);
    }
  },
};
