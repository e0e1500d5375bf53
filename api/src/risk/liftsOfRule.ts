import type { RiskRule } from '@anxing/contract/riskRules';

import { overrideSource } from './overrideReasons';

/** The changes by hand that take a rule's reason away, as the rule itself says; some rules have none. */
export function liftsOfRule({ exemptions }: Pick<RiskRule, 'exemptions'>): string[] {
  return exemptions.filter(({ source }) => source === overrideSource).flatMap(({ kinds }) => kinds);
}
