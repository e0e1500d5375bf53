import type { RiskRule } from '@anxing/contract/riskRules';

import { describeDifference } from '../../../../api/src/commands/rules/describeDifference';

function rule(id: string, reason: string, colour = 'orange'): RiskRule {
  return {
    id,
    enabled: true,
    colour,
    when: [{ source: id, kinds: ['any'], minAgeDays: 0, lasts: { days: 14 } }],
    reason,
    advice: '',
    appeal: '',
    exemptions: [],
  };
}

const fever = rule('fever', '14 天内有发热门诊就诊记录');
const medicine = rule('medicine', '14 天内有购买退烧药品记录');
const sealed = rule('sealed', '居住在封闭管理小区');

test('rules are told by their reasons, with their ids beside', () => {
  const after = [{ ...fever, enabled: false }, sealed];
  expect(describeDifference([fever, medicine], after)).toBe(
    '新增 “居住在封闭管理小区”（sealed）；修改 “14 天内有发热门诊就诊记录”（fever）；' +
      '删除 “14 天内有购买退烧药品记录”（medicine）',
  );
});

test('several of a sort are listed; another order alone is told as such', () => {
  expect(describeDifference([], [fever, sealed])).toBe(
    '新增 “14 天内有发热门诊就诊记录”（fever）、“居住在封闭管理小区”（sealed）',
  );
  expect(describeDifference([fever, sealed], [sealed, fever])).toBe('仅顺序不同');
});
