import { underRuleQuery, type PersonUnderRule } from '@anxing/contract/ruleVersions';

import { checked, json } from './fakeAnswer';
import { fakeId } from './fakeIds';
import { pageOf } from './fakePage';
import type { FakeRoute } from './fakeRoute';

const dayMs = 86_400_000;

/** Thirty people of the fever clinic, every third of them with another reason too. */
function people(now: number): PersonUnderRule[] {
  const fever = { rule: 'fever', text: '14 天内有发热门诊就诊记录', date: '2026-11-14' };
  const sealed = { rule: 'sealed', text: '居住在实行封闭管理的小区', date: '2026-11-10', until: null };

  return Array.from({ length: 30 }, (_, index) => ({
    id: fakeId(28, index + 1),
    name: `*${['小雨', '建国', '敏', '志远'][index % 4]}`,
    idNumber: `35*****${String(100 + index)}`,
    colour: 'orange',
    reasons: [{ ...fever, until: now + (index % 9) * dayMs }, ...(index % 3 === 0 ? [sealed] : [])],
  }));
}

export const rulePeopleRoutes: FakeRoute[] = [
  {
    call: /^GET operator\/people$/,
    handle({ house, query }) {
      const { rule, ...paged } = checked(underRuleQuery, query);
      const found = people(house.now).filter(
        ({ reasons }) => !rule || reasons.some((reason) => reason.rule === rule),
      );

      return json(pageOf(found, paged));
    },
  },
];
