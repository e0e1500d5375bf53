import { liftsOfRule } from '@anxing/contract/riskRules';

import type { Services } from '../../context';
import { readContested, type Appeal } from '../../models/appeal';
import { untilOf, type Override } from '../../models/override';
import { Person } from '../../models/person';
import { backText } from '../../status/reasonsBack';
import type { Scene } from '../../storage/scene';
import { appealInApproval } from './appealInApproval';
import { lastAnswer } from './appealSteps';
import { closeAppeal } from './closeAppeal';
import { tellApplicant, type LiftedReasons } from './tellApplicant';

/** Which of the contested reasons an override takes away, by the rules in force, and which stand. */
async function liftedBy(
  services: Services,
  scene: Scene,
  appeal: Appeal,
  override: Override,
): Promise<LiftedReasons> {
  const lifting = override.kinds.split(',');
  const { rules } = await services.rules.at(scene.now);
  const isLifted = (id: string) =>
    rules.some((rule) => rule.id === id && liftsOfRule(rule).some((kind) => lifting.includes(kind)));
  const byRule = new Map(readContested(appeal).map(({ rule, text }) => [rule, text]));
  const reasons = [...byRule].map(([rule, text]) => ({ text, isLifted: isLifted(rule) }));

  const until = untilOf(override);
  const person = await Person.findByPk(appeal.personId, { transaction: scene.tx, rejectOnEmpty: true });
  const reader = services.database.within(scene.tx);
  const back = await backText(services, reader, person, { kinds: lifting, until, now: scene.now });

  return {
    until,
    back,
    lifted: reasons.filter((one) => one.isLifted).map(({ text }) => text),
    standing: reasons.filter((one) => !one.isLifted).map(({ text }) => text),
  };
}

/** The second person approved what upholds an appeal: now the person reads the answer. */
export async function acceptAppeal(services: Services, scene: Scene, override: Override): Promise<void> {
  const appeal = await appealInApproval(scene, override);
  if (!appeal) {
    return;
  }
  const text = await lastAnswer(services, scene, appeal);
  await closeAppeal(services, scene, appeal, { kind: 'upheld', text });
  await tellApplicant(services, scene, appeal, 'upheld', await liftedBy(services, scene, appeal, override));
}
