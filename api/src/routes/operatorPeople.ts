import { Op } from 'sequelize';
import { z } from 'zod';

import { pageOf } from '@anxing/contract/fields';
import { personUnderRule, underRuleQuery } from '@anxing/contract/ruleVersions';

import { cutPage, readCursor } from '../base/paging';
import { lookAtPeople } from '../commands/lookAtPeople';
import type { Services } from '../context';
import { Person } from '../models/person';
import { presentPersonUnderRule } from '../presenters/personUnderRule';
import { staffWho } from '../web/access';
import { allowances, defineRoute, type Route } from '../web/route';

const listKey = z.tuple([z.uuid()]);

/** Rule ids are plain words, so that one is found in the stored reasons by its text. */
function naming(rule: string | undefined) {
  return rule === undefined ? {} : { reasons: { [Op.like]: `%"rule":"${rule}"%` } };
}

function otherColours({ colours }: Services): string[] {
  return colours.colours.map(({ name }) => name).filter((name) => name !== colours.clear);
}

const list = defineRoute({
  method: 'get',
  path: '/operator/people',
  summary: 'People whose colour a rule made, masked; each look is recorded, and they read of it',
  access: staffWho('readRisk'),
  personalData: 'masked',
  limit: allowances.reading,
  query: underRuleQuery.extend({
    rule: z
      .string()
      .regex(/^[a-z][a-zA-Z0-9]{0,29}$/, 'rule')
      .optional(),
  }),
  answer: pageOf(personUnderRule),
  async handle({ services, origin, caller, query: { cursor, limit, rule } }) {
    const scope = { rule: rule ?? '' };
    const [after] = readCursor(scope, cursor, listKey) ?? [];
    const rows = await Person.findAll({
      where: {
        colour: otherColours(services),
        ...naming(rule),
        ...(after ? { id: { [Op.gt]: after } } : {}),
      },
      order: ['id'],
      limit: limit + 1,
    });
    const { items, next } = cutPage(rows, limit, scope, ({ id }) => [id]);
    await lookAtPeople(services, origin, 'underRule', items, { rule: rule ?? null, count: items.length });

    return { items: items.map((person) => presentPersonUnderRule(services, caller.unit.id, person)), next };
  },
});

export const operatorPeopleRoutes: Route[] = [list];
