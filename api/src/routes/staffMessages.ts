import { Op } from 'sequelize';
import { z } from 'zod';

import { pageOf, paging } from '@anxing/contract/fields';
import { messageItem, unreadMessages } from '@anxing/contract/me';

import { cutInstantPage, readInstantCursor } from '../base/paging';
import { readAllMessages } from '../commands/readAllMessages';
import { readMessage } from '../commands/readMessage';
import { Message } from '../models/message';
import { presentMessage } from '../presenters/message';
import { workingStaff } from '../web/access';
import { byId } from '../web/params';
import { allowances, defineRoute, type Route } from '../web/route';

const list = defineRoute({
  method: 'get',
  path: '/unit/messages',
  summary: 'The staff member’s inbox, newest first',
  access: workingStaff,
  personalData: 'none',
  limit: allowances.reading,
  query: z.strictObject(paging),
  answer: pageOf(messageItem),
  async handle({ caller, query: { cursor, limit } }) {
    const scope = { staffId: caller.staff.id };
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

const unread = defineRoute({
  method: 'get',
  path: '/unit/messages/unread',
  summary: 'How many messages of the inbox nobody has read',
  access: workingStaff,
  personalData: 'none',
  limit: allowances.reading,
  answer: unreadMessages,
  handle: async ({ caller }) => ({
    count: await Message.count({ where: { staffId: caller.staff.id, readAt: null } }),
  }),
});

const read = defineRoute({
  method: 'post',
  path: '/unit/messages/{id}/read',
  summary: 'Mark a message as read',
  access: workingStaff,
  personalData: 'none',
  limit: allowances.reading,
  params: byId,
  handle: ({ services, origin, caller, params }) =>
    readMessage(services, origin, { staffId: caller.staff.id }, params.id),
});

const readAll = defineRoute({
  method: 'post',
  path: '/unit/messages/read',
  summary: 'Mark every message as read',
  access: workingStaff,
  personalData: 'none',
  limit: allowances.writing,
  handle: ({ services, origin, caller }) => readAllMessages(services, origin, caller.staff.id),
});

export const staffMessageRoutes: Route[] = [list, unread, readAll, read];
