import type { RuleCondition } from '@anxing/contract/riskRules';

import { agesText, conditionText, exemptionText } from '../../../../admin/src/features/rules/words/ruleWords';
import { names, sampleRule } from './sampleRule';

const fever = { source: 'fever', kinds: ['clinicVisit'], minAgeDays: 0 };

test.each<[RuleCondition, string]>([
  [{ ...fever, lasts: { days: 14 } }, '发热门诊就诊记录中有“发热门诊就诊”，至发生后第 14 天'],
  [
    { ...fever, minAgeDays: 3, lasts: 'whileValid' },
    '发热门诊就诊记录中有“发热门诊就诊”，发生 3 天后开始，在记录有效期间',
  ],
  [{ regionLevels: ['community'], days: 14 }, '最近 14 天内到过“社区传播疫情区”'],
  [{ source: 'gone', kinds: ['old'], minAgeDays: 0, lasts: { days: 1 } }, 'gone中有“old”，至发生后第 1 天'],
])('a condition in words', (condition, text) => {
  expect(conditionText(condition, names)).toBe(text);
});

test.each([
  [
    { daysAfter: 7, maxAgeDays: 3, onlyIfKnown: false },
    '检测结果中有“核酸阴性”（至少在事件发生 7 天后），至其发生后第 3 天解除',
  ],
  [
    { daysAfter: 0, maxAgeDays: null, onlyIfKnown: true },
    '检测结果中有“核酸阴性”，在其有效期间解除，只解除此前已有的记录',
  ],
])('what lifts a rule, in words', (given, text) => {
  expect(exemptionText({ source: 'tests', kinds: ['nucleicNegative'], ...given }, names)).toBe(text);
});

test.each([
  [undefined, '所有人'],
  [{ from: 60, to: null }, '60 周岁及以上，以及年龄不明的人'],
  [{ from: 0, to: 3 }, '3 周岁及以下，以及年龄不明的人'],
  [{ from: 3, to: 16 }, '3 至 16 周岁，以及年龄不明的人'],
])('the ages of a rule, in words', (ages, text) => {
  expect(agesText(sampleRule({ ages }))).toBe(text);
});
