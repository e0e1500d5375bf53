import { liftsOfRule, type RiskRule } from '@anxing/contract/riskRules';

import { AppError } from '../../base/errors';
import type { Services } from '../../context';

function refuseWithoutLift(names: readonly string[]): void {
  if (names.length > 0) {
    const list = names.map((name) => `“${name}”`).join('、');
    throw new AppError('appeal_no_lift', {
      fields: [
        {
          path: 'rules',
          message: `${list}没有可用的人工解除方式：请修订规则，或只就其他原因认定成立`,
          messageEn: `Nothing lifts ${names.join(', ')}: change the rule, or uphold the other reasons alone`,
        },
      ],
    });
  }
}

/**
 * One change for each of these rules of those in force, for one reason of the closed list.
 * @returns undefined when the reason is none for one of them
 * @throws appeal_no_lift naming what nothing lifts
 */
export function liftsFor(
  { overrideReasons }: Pick<Services, 'overrideReasons'>,
  inForce: readonly RiskRule[],
  { rules, reason }: { rules: readonly { rule: string; text: string }[]; reason: string },
): string[] | undefined {
  const reasoned = overrideReasons.find(({ id }) => id === reason)?.kinds ?? [];
  const lifts = rules.map(({ rule, text }) => {
    const found = inForce.find(({ id }) => id === rule);

    return { text, kinds: found ? liftsOfRule(found) : [] };
  });
  refuseWithoutLift(lifts.filter(({ kinds }) => kinds.length === 0).map(({ text }) => text));
  const chosen = lifts.flatMap(({ kinds }) => kinds.find((kind) => reasoned.includes(kind)) ?? []);

  return chosen.length === lifts.length ? [...new Set(chosen)] : undefined;
}
