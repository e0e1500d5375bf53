import type { RiskRule } from '@anxing/contract/riskRules';

import type { RuleNames } from '../words/ruleNames';
import { RuleCard } from './ruleCard';

/** All rules of a version, in their order. */
export function RuleCards({ rules, names }: { rules: readonly RiskRule[]; names: RuleNames }) {
  const off = rules.filter(({ enabled }) => !enabled).length;

  return (
    <>
      <p className="listTotal">{`共 ${rules.length} 条规则${off > 0 ? `，其中 ${off} 条已停用` : ''}`}</p>
      {rules.map((rule) => (
        <RuleCard key={rule.id} rule={rule} names={names} />
      ))}
    </>
  );
}
