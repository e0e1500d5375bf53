import { Op } from 'sequelize';
import { z } from 'zod';

import { pageOf, paging } from '@anxing/contract/fields';
import { messageItem } from '@anxing/contract/me';

import { cutInstantPage, readInstantCursor } from '../base/paging';
import { readMessage } from '../commands/readMessage';
import { tellOfFeeds } from '../commands/tellOfFeeds';
import { Message } from '../models/message';
import { presentMessage } from '../presenters/message';
import { verifiedPerson } from '../web/access';
import { byId } from '../web/params';
import { allowances, defineRoute, type Route } from '../web/route';

const list = defineRoute({
  method: 'get',
  path: '/me/messages',
  summary: 'The inbox, newest first',
  access: verifiedPerson,
  personalData: 'own',
  limit: allowances.reading,
  query: z.strictObject(paging),
  answer: pageOf(messageItem),
  async handle({ services, caller, query: { cursor, limit } }) {
    await tellOfFeeds(services, caller.person);
    const scope = { personId: caller.person.id };
    const after = readInstantCursor(scope, cursor);
    const rows = await Message.findAll({
      where: { ...scope, ...(after ? { id: { [Op.lt]: after.id } } : {}) },
      order: [['id', 'DESC']],
      limit: limit + 1,
    });
    const { items, next } = cutInstantPage(rows, limit, scope);

    return { items: items.map(presentMessage), next };
  },
});

const read = defineRoute({
  method: 'post',
  path: '/me/messages/{id}/read',
  summary: 'Mark a message as read',
  access: verifiedPerson,
  personalData: 'none',
  limit: allowances.reading,
  params: byId,
  handle: ({ services, origin, caller, params }) =>
    readMessage(services, origin, { personId: caller.person.id }, params.id),
});

export const messageRoutes: Route[] = [list, read];
