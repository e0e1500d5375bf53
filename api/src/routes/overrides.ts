import { Op } from 'sequelize';
import { z } from 'zod';

import { changeApproval } from '@anxing/contract/changes';
import { pageOf } from '@anxing/contract/fields';
import {
  override,
  overrideCreate,
  overrideOptions,
  overrideQuery,
  type Override as OverrideAnswer,
} from '@anxing/contract/overrides';

import { AppError } from '../base/errors';
import { cutPage, readCursor } from '../base/paging';
import { decideChange } from '../commands/changes/decideChange';
import { lookAtOverrides } from '../commands/overrides/lookAtOverrides';
import { proposeOverride } from '../commands/overrides/proposeOverride';
import type { Services } from '../context';
import { Change } from '../models/change';
import { Override } from '../models/override';
import { sameUnit } from '../policies/sameUnit';
import { presentOverrideOptions, presentOverrides } from '../presenters/override';
import { operatorWho, staffWho, type Access } from '../web/access';
import type { StaffCaller } from '../web/caller';
import { byId } from '../web/params';
import { allowances, defineRoute, type Route } from '../web/route';

const listKey = z.tuple([z.uuid()]);

/** Where overrides are proposed and seen: the operator sees all of them, a unit its own. */
interface Side {
  path: string;
  whose: string;
  readers: Access<StaffCaller>;
  proposers: Access<StaffCaller>;
  scopeOf(caller: StaffCaller): { unitId?: string };
}

const sides: readonly Side[] = [
  {
    path: '/operator/overrides',
    whose: 'all units',
    readers: operatorWho('readRisk'),
    proposers: operatorWho('proposeOverrides'),
    scopeOf: () => ({}),
  },
  {
    path: '/unit/overrides',
    whose: 'the own unit',
    readers: staffWho('proposeOverrides'),
    proposers: staffWho('proposeOverrides'),
    scopeOf: ({ unit }) => ({ unitId: unit.id }),
  },
];

async function presentOne(services: Services, change: Change | null): Promise<OverrideAnswer> {
  const [answer] = change ? await presentOverrides(services, [change]) : [];
  if (!answer) {
    throw new AppError('not_found');
  }

  return answer;
}

function routesOf({ path, whose, readers, proposers, scopeOf }: Side): Route[] {
  const options = defineRoute({
    method: 'get',
    path: `${path}/options`,
    summary: 'What can be changed by hand, and the closed list of reasons',
    access: proposers,
    personalData: 'none',
    limit: allowances.reading,
    answer: overrideOptions,
    handle: async ({ services }) => presentOverrideOptions(services),
  });

  const list = defineRoute({
    method: 'get',
    path,
    summary: `Changes of colour by hand that ${whose} proposed, newest first`,
    access: readers,
    personalData: 'masked',
    limit: allowances.reading,
    query: overrideQuery,
    answer: pageOf(override),
    async handle({ services, origin, caller, query: { cursor, limit, ...filters } }) {
      const scope = { ...filters, ...scopeOf(caller) };
      const [after] = readCursor(scope, cursor, listKey) ?? [];
      const rows = await Change.findAll({
        where: { kind: 'override', ...scope, ...(after ? { id: { [Op.lt]: after } } : {}) },
        order: [['id', 'DESC']],
        limit: limit + 1,
      });
      const { items, next } = cutPage(rows, limit, scope, ({ id }) => [id]);
      await lookAtOverrides(services, origin, items);

      return { items: await presentOverrides(services, items), next };
    },
  });

  const propose = defineRoute({
    method: 'post',
    path,
    summary: 'Propose a change of colour by hand: nothing changes before a second person has approved it',
    access: proposers,
    personalData: 'masked',
    limit: allowances.writing,
    body: overrideCreate,
    answer: override,
    status: 201,
    async handle({ services, origin, caller, input }) {
      const { changeId } = await proposeOverride(services, origin, caller.staff, input);

      return presentOne(services, await Change.findByPk(changeId));
    },
  });

  return [options, list, propose];
}

/** Another unit's is not there. @throws not_found */
async function ownChange(caller: StaffCaller, overrideId: string): Promise<Change> {
  const known = await Override.findByPk(overrideId);
  const change = known && (await Change.findByPk(known.changeId));
  if (!change || !sameUnit(caller.unit, change)) {
    throw new AppError('not_found');
  }

  return change;
}

const withdraw = defineRoute({
  method: 'post',
  path: '/unit/overrides/{id}/withdraw',
  summary: 'Take back what one proposed oneself, as long as nobody has decided',
  access: staffWho('proposeOverrides'),
  personalData: 'masked',
  limit: allowances.writing,
  params: byId,
  body: changeApproval,
  answer: override,
  async handle({ services, origin, caller, params, input: { note } }) {
    const { id } = await ownChange(caller, params.id);

    return presentOne(
      services,
      await decideChange(services, origin, caller, id, { verdict: 'withdrawn', note }),
    );
  },
});

export const overrideRoutes: Route[] = [...sides.flatMap(routesOf), withdraw];
