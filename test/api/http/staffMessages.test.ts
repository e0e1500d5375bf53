import { randomUUID } from 'node:crypto';

import { messageItem } from '@anxing/contract/me';

import { auditEvents } from '../../support/api/auditEvents';
import { buildMessage } from '../../support/api/factories/buildMessage';
import { buildPerson } from '../../support/api/factories/buildPerson';
import { buildStaff } from '../../support/api/factories/buildStaff';
import { signedInStaff, type Auth } from '../../support/api/factories/signedIn';
import { signIn } from '../../support/api/factories/signIn';
import { codeOf, expectOnlyFor, faultsOf } from '../../support/api/refusals';
import { startApi, type TestApi } from '../../support/api/testApi';

const path = '/api/v1/unit/messages';
let api: TestApi;

beforeAll(async () => {
  api = await startApi();
});

afterAll(() => api.close());

function get(auth: Auth, query: object = {}) {
  return api.request.get(path).set(auth).query(query);
}

function post(auth: Auth, rest: string) {
  return api.request.post(`${path}${rest}`).set(auth).send({});
}

async function unreadOf(auth: Auth): Promise<number> {
  return (await api.request.get(`${path}/unread`).set(auth).expect(200)).body.count;
}

async function staffWithMessages(count: number) {
  const somebody = await signedInStaff(api.services, { roles: ['clerk'] });
  const messages = [];
  for (let i = 0; i < count; i += 1) {
    messages.push(await buildMessage(api.services, { staffId: somebody.staff.id, kind: 'flow' }));
  }

  return { ...somebody, messages };
}

test('the own inbox, newest first, page by page', async () => {
  const { auth, messages } = await staffWithMessages(3);
  await staffWithMessages(2);
  const first = (await get(auth, { limit: 2 }).expect(200)).body;
  const second = (await get(auth, { limit: 2, cursor: first.next }).expect(200)).body;
  const items = [...first.items, ...second.items];
  expect(items.map(({ id }) => id)).toEqual(messages.map(({ id }) => id).reverse());
  items.forEach((item) => expect(messageItem.parse(item)).toEqual(item));
  expect(second.next).toBeNull();
});

test('one is read, and then all', async () => {
  const { auth, staff, messages } = await staffWithMessages(4);
  const [first] = messages;
  expect(await unreadOf(auth)).toBe(4);
  await post(auth, `/${first?.id}/read`).expect(204);
  await post(auth, `/${first?.id}/read`).expect(204);
  expect(await unreadOf(auth)).toBe(3);
  await post(auth, '/read').expect(204);
  expect(await unreadOf(auth)).toBe(0);
  expect((await get(auth).expect(200)).body.items.every(({ read }: { read: boolean }) => read)).toBe(true);
  expect((await auditEvents(api.services, first?.id ?? '')).at(-1)).toMatchObject({
    actor: expect.stringContaining(staff.id),
    action: 'messages.update',
  });
  await post(auth, '/read').expect(204);
});

test('messages of others, of residents, and those that are not there', async () => {
  const { auth } = await staffWithMessages(0);
  const [theirs] = (await staffWithMessages(1)).messages;
  const { person } = await buildPerson(api.services);
  const residents = await buildMessage(api.services, { personId: person.id });
  for (const id of [theirs?.id, residents.id, randomUUID()]) {
    expect(codeOf(await post(auth, `/${id}/read`).expect(404))).toBe('not_found');
  }
  expect(await unreadOf(auth)).toBe(0);
});

test('bad input is named', async () => {
  const { auth } = await staffWithMessages(0);
  const wrong = { limit: 1_000, cursor: 'x', unread: true };
  expect(Object.keys(faultsOf(await get(auth, wrong).expect(400)))).toEqual(['limit', 'unread']);
  expect(Object.keys(faultsOf(await get(auth, { cursor: 'x' }).expect(400)))).toEqual(['cursor']);
  await api.request.post(`${path}/read`).set(auth).send({ all: true }).expect(400);
});

test('only staff with a password of their own', async () => {
  for (const send of [
    (auth: Auth) => get(auth),
    (auth: Auth) => api.request.get(`${path}/unread`).set(auth),
    (auth: Auth) => post(auth, '/read'),
    (auth: Auth) => post(auth, `/${randomUUID()}/read`),
  ]) {
    await expectOnlyFor(api, send, []);
  }
  const fresh = await signIn(api.services, await buildStaff(api.services, { mustChangePassword: true }));
  expect(codeOf(await get(fresh).expect(403))).toBe('password_change_required');
});
