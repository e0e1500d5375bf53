import type { RiskRule } from '@anxing/contract/riskRules';

/** As people know a rule; two may have the same reason. */
function named({ id, reason }: RiskRule): string {
  return `“${reason}”（${id}）`;
}

/** What is other about a list of rules, in a line for the second person. */
export function describeDifference(before: readonly RiskRule[], after: readonly RiskRule[]): string {
  const known = new Map(before.map((rule) => [rule.id, JSON.stringify(rule)]));
  const kept = new Set(after.map(({ id }) => id));
  const added = after.filter(({ id }) => !known.has(id)).map(named);
  const changed = after
    .filter((rule) => known.has(rule.id) && known.get(rule.id) !== JSON.stringify(rule))
    .map(named);
  const removed = before.filter(({ id }) => !kept.has(id)).map(named);
  const parts = [
    ...(added.length > 0 ? [`新增 ${added.join('、')}`] : []),
    ...(changed.length > 0 ? [`修改 ${changed.join('、')}`] : []),
    ...(removed.length > 0 ? [`删除 ${removed.join('、')}`] : []),
  ];

  return parts.join('；') || '仅顺序不同';
}
