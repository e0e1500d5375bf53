import { Op } from 'sequelize';
import { z } from 'zod';

import { pageOf, paging } from '@anxing/contract/fields';
import { messageItem, type MessageItem } from '@anxing/contract/me';

import { cutInstantPage, readInstantCursor } from '../base/paging';
import { readMessage } from '../commands/readMessage';
import { Message } from '../models/message';
import { verifiedPerson } from '../web/access';
import { allowances, defineRoute, type Route } from '../web/route';

function presentMessage({ id, kind, title, body, at, readAt }: Message): MessageItem {
  return { id, kind, title, body, at: Number(at), read: readAt !== null };
}

const list = defineRoute({
  method: 'get',
  path: '/me/messages',
  summary: 'The inbox, newest first',
  access: verifiedPerson,
  personalData: 'own',
  limit: allowances.reading,
  query: z.strictObject(paging),
  answer: pageOf(messageItem),
  async handle({ caller, query }) {
    const scope = { personId: caller.person.id };
    const after = readInstantCursor(scope, query.cursor);
    const rows = await Message.findAll({
      where: { ...scope, ...(after ? { id: { [Op.lt]: after.id } } : {}) },
      order: [['id', 'DESC']],
      limit: query.limit + 1,
    });
    const { items, next } = cutInstantPage(rows, query.limit, scope);

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
  params: z.strictObject({ id: z.uuid() }),
  handle: ({ services, origin, caller, params }) =>
    readMessage(services, origin, caller.person.id, params.id),
});

export const messageRoutes: Route[] = [list, read];
