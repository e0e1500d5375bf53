import { paging } from '@anxing/contract/fields';
import type { MessageItem } from '@anxing/contract/me';
import { z } from 'zod';

import { checked, empty, FakeRefusal, json } from './fakeAnswer';
import { fakeId } from './fakeIds';
import { pageOf } from './fakePage';
import type { FakeCall, FakeRoute } from './fakeRoute';

const messageIdKind = 8;

/** Two messages, the older one read. */
export function fakeMessages(now: number): MessageItem[] {
  return [
    {
      id: fakeId(messageIdKind, 2),
      kind: 'flow',
      title: '人流预警：达到人流上限',
      body: '政务服务中心当前在场 812 人，已达到人流上限 800 人。',
      at: now - 600_000,
      read: false,
    },
    {
      id: fakeId(messageIdKind, 1),
      kind: 'flow',
      title: '人流预警：达到预警线',
      body: '政务服务中心当前在场 655 人，已达到预警线 600 人。',
      at: now - 90_000_000,
      read: true,
    },
  ];
}

function read({ house, params }: FakeCall) {
  const message = house.messages.find(({ id }) => id === params[0]);
  if (!message) {
    throw new FakeRefusal('not_found');
  }
  message.read = true;

  return empty;
}

function readAll({ house }: FakeCall) {
  house.messages.forEach((message) => (message.read = true));

  return empty;
}

export const inboxRoutes: FakeRoute[] = [
  {
    call: /^GET unit\/messages$/,
    handle: ({ house, query }) => json(pageOf(house.messages, checked(z.strictObject(paging), query))),
  },
  {
    call: /^GET unit\/messages\/unread$/,
    handle: ({ house }) => json({ count: house.messages.filter((message) => !message.read).length }),
  },
  { call: /^POST unit\/messages\/read$/, handle: readAll },
  { call: /^POST unit\/messages\/([\w-]+)\/read$/, handle: read },
];
