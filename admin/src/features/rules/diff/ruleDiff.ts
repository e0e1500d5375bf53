import type { RiskRule } from '@anxing/contract/riskRules';

import type { RuleNames } from '../words/ruleNames';
import { ruleFields } from '../words/ruleFields';

export interface FieldDiff {
  key: string;
  label: string;
  before: string[];
  after: string[];
}

export type RuleDiff =
  { kind: 'added' | 'removed'; rule: RiskRule } | { kind: 'changed'; rule: RiskRule; fields: FieldDiff[] };

function changedFields(before: RiskRule, after: RiskRule, names: RuleNames): FieldDiff[] {
  const old = new Map(ruleFields(before, names).map(({ key, lines }) => [key, lines]));

  return ruleFields(after, names)
    .map(({ key, label, lines }) => ({ key, label, before: old.get(key) ?? [], after: lines }))
    .filter((field) => field.before.join('\n') !== field.after.join('\n'));
}

/** What one list of rules says otherwise than another one. */
export function ruleDiff(
  before: readonly RiskRule[],
  after: readonly RiskRule[],
  names: RuleNames,
): RuleDiff[] {
  const old = new Map(before.map((rule) => [rule.id, rule]));
  const kept = new Set(after.map(({ id }) => id));
  const present = after.flatMap((rule): RuleDiff[] => {
    const former = old.get(rule.id);
    if (!former) {
      return [{ kind: 'added', rule }];
    }
    const fields = changedFields(former, rule, names);

    return fields.length > 0 ? [{ kind: 'changed', rule, fields }] : [];
  });
  const removed = before
    .filter(({ id }) => !kept.has(id))
    .map((rule): RuleDiff => ({ kind: 'removed', rule }));

  return [...present, ...removed];
}

/** Whether the rules that both have stand in another order. */
export function isReordered(before: readonly RiskRule[], after: readonly RiskRule[]): boolean {
  const idsOf = (rules: readonly RiskRule[], others: readonly RiskRule[]) => {
    const known = new Set(others.map(({ id }) => id));

    return rules
      .map(({ id }) => id)
      .filter((id) => known.has(id))
      .join();
  };

  return idsOf(before, after) !== idsOf(after, before);
}
