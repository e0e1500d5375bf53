import { Op } from 'sequelize';
import { z } from 'zod';

import { appeal, appealAddition, appealCreate, appealSummary } from '@anxing/contract/appeals';
import { pageOf, paging } from '@anxing/contract/fields';

import { AppError } from '../base/errors';
import { cutPage, readCursor } from '../base/paging';
import { addToAppeal } from '../commands/appeals/addToAppeal';
import { submitAppeal } from '../commands/appeals/submitAppeal';
import { withdrawAppeal } from '../commands/appeals/withdrawAppeal';
import { Appeal } from '../models/appeal';
import { presentAppealSummary, presentOwnAppeal } from '../presenters/appeal';
import { codeHolder } from '../web/access';
import { byId } from '../web/params';
import { allowances, defineRoute, type Route } from '../web/route';

const listKey = z.tuple([z.uuid()]);
/** Each is read by somebody. */
const appealing = { points: 20, seconds: 3_600 };

const list = defineRoute({
  method: 'get',
  path: '/me/appeals',
  summary: 'My appeals against reasons of my colour, newest first',
  access: codeHolder,
  personalData: 'own',
  limit: allowances.reading,
  query: z.strictObject(paging),
  answer: pageOf(appealSummary),
  async handle({ caller, query: { cursor, limit }, now }) {
    const scope = { personId: caller.person.id };
    const [after] = readCursor(scope, cursor, listKey) ?? [];
    const rows = await Appeal.findAll({
      where: { ...scope, ...(after ? { id: { [Op.lt]: after } } : {}) },
      order: [['id', 'DESC']],
      limit: limit + 1,
    });
    const { items, next } = cutPage(rows, limit, scope, ({ id }) => [id]);

    return { items: items.map((item) => presentAppealSummary(item, now)), next };
  },
});

const create = defineRoute({
  method: 'post',
  path: '/me/appeals',
  summary: 'Contest reasons of my colour; it stays until two people have decided',
  access: codeHolder,
  personalData: 'own',
  limit: appealing,
  body: appealCreate,
  answer: appeal,
  status: 201,
  handle: async ({ services, origin, caller, input, now }) =>
    presentOwnAppeal(services, await submitAppeal(services, origin, caller.person, input), now),
});

const show = defineRoute({
  method: 'get',
  path: '/me/appeals/{id}',
  summary: 'One of my appeals, with every step',
  access: codeHolder,
  personalData: 'own',
  limit: allowances.reading,
  params: byId,
  answer: appeal,
  async handle({ services, caller, params, now }) {
    const found = await Appeal.findOne({ where: { id: params.id, personId: caller.person.id } });
    if (!found) {
      throw new AppError('not_found');
    }

    return presentOwnAppeal(services, found, now);
  },
});

const add = defineRoute({
  method: 'post',
  path: '/me/appeals/{id}/additions',
  summary: 'Add to my appeal',
  access: codeHolder,
  personalData: 'own',
  limit: appealing,
  params: byId,
  body: appealAddition,
  answer: appeal,
  handle: async ({ services, origin, caller, params, input, now }) =>
    presentOwnAppeal(services, await addToAppeal(services, origin, caller.person.id, params.id, input), now),
});

const withdraw = defineRoute({
  method: 'post',
  path: '/me/appeals/{id}/withdraw',
  summary: 'Take my appeal back',
  access: codeHolder,
  personalData: 'own',
  limit: allowances.writing,
  params: byId,
  answer: appeal,
  handle: async ({ services, origin, caller, params, now }) =>
    presentOwnAppeal(services, await withdrawAppeal(services, origin, caller.person.id, params.id), now),
});

export const ownAppealRoutes: Route[] = [list, create, show, add, withdraw];
