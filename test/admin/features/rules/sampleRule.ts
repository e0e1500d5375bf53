import type { RiskRule } from '@anxing/contract/riskRules';

import { ruleNames } from '../../../../admin/src/features/rules/words/ruleNames';

export const names = ruleNames({
  colours: [{ name: 'orange', label: '橙码' }],
  sources: [
    { source: 'fever', name: '发热门诊就诊记录', kinds: [{ id: 'clinicVisit', name: '发热门诊就诊' }] },
    { source: 'tests', name: '检测结果', kinds: [{ id: 'nucleicNegative', name: '核酸阴性' }] },
  ],
  regionLevels: [{ id: 'community', name: '社区传播疫情区' }],
});

export function sampleRule(given: Partial<RiskRule> = {}): RiskRule {
  return {
    id: 'fever',
    enabled: true,
    colour: 'orange',
    when: [{ source: 'fever', kinds: ['clinicVisit'], minAgeDays: 0, lasts: { days: 14 } }],
    reason: '14 天内有发热门诊就诊记录',
    advice: '请居家休息',
    appeal: '可以申诉',
    exemptions: [],
    ...given,
  };
}
