import { factCondition, regionCondition, riskRule } from '@anxing/contract/riskRules';

import { requiredRule, schemaRule, type FieldRule } from '../../../lib/forms/schemaRule';
import type { Lasts } from './ruleValues';

const { source, kinds, minAgeDays } = factCondition.shape;
const { regionLevels, days } = regionCondition.shape;
const exemption = riskRule.shape.exemptions.element.shape;

/** The longest texts, as the contract says. */
export const lengths = { id: 30, reason: 60, advice: 200, appeal: 200 };

const lasts: FieldRule = {
  required: true,
  validator: async (_rule, value: Lasts | undefined) => {
    if (value !== 'whileValid' && typeof value?.days !== 'number') {
      throw new Error('请填写天数');
    }
  },
};

export const editorRules = {
  id: [requiredRule(riskRule.shape.id, '请填写代号')],
  colour: [requiredRule(riskRule.shape.colour, '请选择颜色')],
  reason: [requiredRule(riskRule.shape.reason, '请填写原因')],
  advice: [requiredRule(riskRule.shape.advice, '请填写下一步')],
  appeal: [requiredRule(riskRule.shape.appeal, '请填写如何申诉')],
  source: [requiredRule(source, '请选择数据源')],
  kinds: [requiredRule(kinds, '请选择类型')],
  minAgeDays: [schemaRule(minAgeDays)],
  lasts: [lasts],
  regionLevels: [requiredRule(regionLevels, '请选择区域等级')],
  days: [requiredRule(days, '请填写天数')],
  daysAfter: [schemaRule(exemption.daysAfter)],
  maxAgeDays: [schemaRule(exemption.maxAgeDays)],
};

/** Somebody between two ages, not after the end and before the beginning. */
export function ageRule(readTo: () => unknown): FieldRule {
  return {
    validator: async (_rule, from: unknown) => {
      const to = readTo();
      if (typeof from === 'number' && typeof to === 'number' && from > to) {
        throw new Error('最小年龄不能大于最大年龄');
      }
    },
  };
}
