import type { RiskRule } from '@anxing/contract/riskRules';

import type { RuleNames } from './ruleNames';
import { agesText, conditionText, exemptionText } from './ruleWords';

export interface RuleField {
  key: string;
  label: string;
  /** A sentence each; none is empty. */
  lines: string[];
}

/** Everything that a rule says, field by field, in words. */
export function ruleFields(rule: RiskRule, names: RuleNames): RuleField[] {
  const exemptions = rule.exemptions.map((exemption) => exemptionText(exemption, names));

  return [
    { key: 'enabled', label: '是否启用', lines: [rule.enabled ? '启用' : '停用'] },
    { key: 'colour', label: '颜色', lines: [names.colour(rule.colour)] },
    { key: 'when', label: '判定条件', lines: rule.when.map((one) => conditionText(one, names)) },
    { key: 'ages', label: '适用人员', lines: [agesText(rule)] },
    { key: 'exemptions', label: '解除条件', lines: exemptions.length > 0 ? exemptions : ['无'] },
    { key: 'reason', label: '原因', lines: [rule.reason] },
    { key: 'advice', label: '下一步', lines: [rule.advice] },
    { key: 'appeal', label: '如何申诉', lines: [rule.appeal] },
  ];
}
