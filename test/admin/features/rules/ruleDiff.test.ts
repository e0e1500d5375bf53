import { isReordered, ruleDiff } from '../../../../admin/src/features/rules/diff/ruleDiff';
import { names, sampleRule } from './sampleRule';

const fever = sampleRule();
const cases = sampleRule({ id: 'cases', reason: '确诊病例' });

describe('what a version changes', () => {
  it('is told by rule and by field, in words', () => {
    const shorter = sampleRule({
      enabled: false,
      when: [{ source: 'fever', kinds: ['clinicVisit'], minAgeDays: 0, lasts: { days: 7 } }],
    });

    expect(ruleDiff([fever], [shorter], names)).toEqual([
      {
        kind: 'changed',
        rule: shorter,
        fields: [
          { key: 'enabled', label: '是否启用', before: ['启用'], after: ['停用'] },
          {
            key: 'when',
            label: '判定条件',
            before: ['发热门诊就诊记录中有“发热门诊就诊”，至发生后第 14 天'],
            after: ['发热门诊就诊记录中有“发热门诊就诊”，至发生后第 7 天'],
          },
        ],
      },
    ]);
  });

  it('names rules that are new or gone', () => {
    expect(ruleDiff([fever], [cases], names)).toMatchObject([
      { kind: 'added', rule: { id: 'cases' } },
      { kind: 'removed', rule: { id: 'fever' } },
    ]);
  });

  it('is nothing for the same rules, in whatever order', () => {
    expect(ruleDiff([fever, cases], [cases, fever], names)).toEqual([]);
    expect(isReordered([fever, cases], [cases, fever])).toBe(true);
    expect(isReordered([fever, cases], [fever])).toBe(false);
  });
});
