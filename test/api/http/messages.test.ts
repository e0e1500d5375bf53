import { Message } from '../../../api/src/models/message';
import { buildMessage } from '../../support/api/factories/buildMessage';
import { signedInPerson } from '../../support/api/factories/signedInResident';
import type { Auth } from '../../support/api/factories/signedIn';
import { codeOf, expectOnlyForPersons, faultsOf } from '../../support/api/refusals';
import { startApi, type TestApi } from '../../support/api/testApi';

let api: TestApi;

beforeAll(async () => {
  api = await startApi();
});

afterAll(() => api.close());

function read(auth: Auth, query: object = {}) {
  return api.request.get('/api/v1/me/messages').set(auth).query(query);
}

function markRead(auth: Auth, id: string) {
  return api.request.post(`/api/v1/me/messages/${id}/read`).set(auth);
}

test('the inbox is the own one, newest first', async () => {
  const { auth, person } = await signedInPerson(api.services);
  const other = await signedInPerson(api.services);
  const old = await buildMessage(api.services, { personId: person.id, at: Date.now() - 60_000, readAt: 5 });
  const young = await buildMessage(api.services, { personId: person.id });
  await buildMessage(api.services, { personId: other.person.id });
  const { body } = await read(auth).expect(200);

  expect(body).toEqual({
    items: [young, old].map(({ id, kind, title, body: text, at }) => ({
      id,
      kind,
      title,
      body: text,
      at,
      read: id === old.id,
    })),
    next: null,
  });
});

test('pages are complete', async () => {
  const { auth, person } = await signedInPerson(api.services);
  const sent: string[] = [];
  for (let i = 0; i < 5; i += 1) {
    const { id } = await buildMessage(api.services, { personId: person.id, at: Date.now() - i * 1_000 });
    sent.push(id);
  }
  const first = await read(auth, { limit: 3 }).expect(200);
  const second = await read(auth, { limit: 3, cursor: first.body.next }).expect(200);
  const seen = [...first.body.items, ...second.body.items].map(({ id }) => id);

  expect(seen).toEqual(sent);
  expect(second.body.next).toBeNull();
});

test('a message is read once, and stays read', async () => {
  const { auth, person } = await signedInPerson(api.services);
  const { id } = await buildMessage(api.services, { personId: person.id });
  await markRead(auth, id).expect(204);
  const first = await Message.findByPk(id);
  await markRead(auth, id).expect(204);

  expect((await Message.findByPk(id))?.readAt).toBe(first?.readAt);
  expect((await read(auth)).body.items[0].read).toBe(true);
});

test('another person’s message, an unknown one and no id at all are not found', async () => {
  const { auth } = await signedInPerson(api.services);
  const foreign = await buildMessage(api.services, {
    personId: (await signedInPerson(api.services)).person.id,
  });
  for (const id of [foreign.id, '019a0000-0000-7000-8000-000000000000', 'x']) {
    expect(codeOf(await markRead(auth, id).expect(404))).toBe('not_found');
  }
  expect((await Message.findByPk(foreign.id))?.readAt).toBeNull();
});

test('wrong and unknown parameters are named', async () => {
  const { auth, person } = await signedInPerson(api.services);
  const { id } = await buildMessage(api.services, { personId: person.id });

  expect(faultsOf(await read(auth, { limit: 101, cursor: '!', x: 1 }).expect(400))).toMatchObject({
    limit: 'Too large',
    x: 'Unknown field',
  });
  expect(faultsOf(await read(auth, { cursor: '!' }).expect(400))).toEqual({
    cursor: 'Unknown page position',
  });
  expect(faultsOf(await markRead(auth, id).send({ read: false }).expect(400))).toEqual({
    read: 'Unknown field',
  });
});

test('both are for verified residents', async () => {
  await expectOnlyForPersons(api, read);
  await expectOnlyForPersons(api, (auth) => markRead(auth, '019a0000-0000-7000-8000-000000000000'));
});
