import { limits } from '@anxing/contract/limits';
import { isRegionCondition, type RiskRule, type RuleCondition } from '@anxing/contract/riskRules';

function withinReach(condition: RuleCondition): RuleCondition {
  return isRegionCondition(condition)
    ? { ...condition, days: Math.min(condition.days, limits.regionDays) }
    : condition;
}

/**
 * A stored list of rules. Older ones may ask for stays longer ago than any that are looked for: they mean what they did,
 * the days that are.
 */
export function readRuleList(text: string): RiskRule[] {
  const rules = JSON.parse(text) as RiskRule[];

  return rules.map((rule) => ({ ...rule, when: rule.when.map(withinReach) }));
}
