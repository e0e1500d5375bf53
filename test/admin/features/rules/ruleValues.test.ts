import { riskRuleList } from '@anxing/contract/riskRules';

import risk from '../../../../config/risk.json';
import { fieldOf, wrongRules } from '../../../../admin/src/features/rules/editor/faultPaths';
import { ruleOf, valuesOf } from '../../../../admin/src/features/rules/editor/ruleValues';
import { sampleRule } from './sampleRule';

test('rules are the same after a way through the form', () => {
  const rules = riskRuleList.parse(risk.rules);

  expect(rules.map(valuesOf).map(ruleOf)).toEqual(rules);
});

test('ages and regions survive the form, and what belongs to the other type is left out', () => {
  const rule = sampleRule({
    when: [{ regionLevels: ['community'], days: 7 }],
    ages: { from: 3, to: null },
  });
  const values = valuesOf(rule);
  const [condition] = values.when;

  expect(ruleOf({ ...values, when: [{ ...condition, type: 'region', source: 'fever' }] })).toEqual(rule);
});

test.each([
  ['rules.0.when.1.kinds', 'rules.0.when.1.kinds'],
  ['rules.0.when.1', 'rules.0.when.1.type'],
  ['rules.2.exemptions.0', 'rules.2.exemptions.0.source'],
  ['rules.2.ages', 'rules.2.ages.from'],
  ['comment', 'comment'],
])('a fault at %s is shown at %s', (path, field) => {
  expect(fieldOf(path)).toBe(field);
});

test('rules with faults are found by their place', () => {
  expect(
    wrongRules([{ path: 'rules.3.id' }, { path: 'rules.0.when.1' }, { path: 'rules.3' }, { path: 'x' }]),
  ).toEqual([3, 0]);
});
