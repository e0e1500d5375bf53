import { limits } from '@anxing/contract/limits';
import { regionCondition } from '@anxing/contract/riskRules';

import { readRuleList } from '../../../../api/src/risk/readRuleList';

const region = (days: number) => ({ regionLevels: ['cluster'], days });
const rule = (when: object[]) => ({ id: 'regions', enabled: true, colour: 'orange', when, exemptions: [] });

test('a rule asks for no stay longer ago than stays are looked for', () => {
  expect(regionCondition.safeParse(region(limits.regionDays)).success).toBe(true);
  expect(regionCondition.safeParse(region(limits.regionDays + 1)).success).toBe(false);
});

test('a stored rule that asked for more is still read, and means the days that are looked for', () => {
  const fever = { source: 'fever', kinds: ['clinicVisit'], minAgeDays: 0, lasts: { days: 30 } };
  const [read] = readRuleList(JSON.stringify([rule([region(21), region(7), fever])]));
  expect(read?.when).toEqual([region(limits.regionDays), region(7), fever]);
  expect(read).toMatchObject({ id: 'regions', colour: 'orange' });
});
