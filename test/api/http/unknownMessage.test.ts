import { deliverFacts } from '../../../api/src/commands/deliverFacts';
import { Message } from '../../../api/src/models/message';
import { buildFact } from '../../support/api/factories/buildFact';
import type { BuiltPerson } from '../../support/api/factories/buildPerson';
import { signIn } from '../../support/api/factories/signIn';
import { signedInPerson } from '../../support/api/factories/signedInResident';
import { startApi, type TestApi } from '../../support/api/testApi';

/** By then every required feed is late. */
const lateMs = 50 * 3_600_000;

const unknown = '您的健康码暂时显示“未知”';
const known = '您的健康码已恢复为绿码';

let api: TestApi;

beforeEach(async () => {
  api = await startApi();
});

afterEach(() => api.close());

async function deliverAll(): Promise<void> {
  for (const { source } of api.services.feedRules.filter(({ requiredForGreen }) => requiredForGreen)) {
    await deliverFacts(api.services, { source, submittedBy: 'test', facts: [] });
  }
}

/** What the app asks for when it is opened, by a new session: hours have passed. */
async function open(person: BuiltPerson): Promise<number> {
  const { body } = await api.request
    .get('/api/v1/me')
    .set(await signIn(api.services, person))
    .expect(200);

  return body.unreadMessages as number;
}

async function toldTo({ person }: BuiltPerson): Promise<string[]> {
  const found = await Message.findAll({ where: { personId: person.id }, order: ['id'] });

  return found.map(({ title }) => title);
}

test('whose code turns unknown is told once, and once more when the data has come', async () => {
  const person = await signedInPerson(api.services);
  expect(await open(person)).toBe(0);
  api.clock.advance(lateMs);
  expect(await open(person)).toBe(1);
  expect(await open(person)).toBe(1);
  await deliverAll();
  expect(await open(person)).toBe(2);
  expect(await open(person)).toBe(2);
  api.clock.advance(lateMs);
  expect(await open(person)).toBe(3);
  expect(await toldTo(person)).toEqual([unknown, known, unknown]);
});

test('who reads the messages first finds it there', async () => {
  const person = await signedInPerson(api.services);
  api.clock.advance(lateMs);
  const auth = await signIn(api.services, person);
  const { body } = await api.request.get('/api/v1/me/messages').set(auth).expect(200);
  expect(body.items).toEqual([
    expect.objectContaining({ kind: 'colourUnknown', title: unknown, read: false }),
  ]);
});

test('requests that come at once tell it once', async () => {
  const person = await signedInPerson(api.services);
  api.clock.advance(lateMs);
  const auth = await signIn(api.services, person);
  const paths = ['/me', '/me/messages', '/me', '/me/messages'];
  const answers = await Promise.all(paths.map((path) => api.request.get(`/api/v1${path}`).set(auth)));
  expect(answers.map(({ status }) => status)).toEqual([200, 200, 200, 200]);
  expect(await toldTo(person)).toEqual([unknown]);
});

test('whose code is orange, or who has none, is told nothing of it', async () => {
  const [orange, without] = [
    await signedInPerson(api.services),
    await signedInPerson(api.services, { claimed: false }),
  ];
  await buildFact(api.services, orange.idNumber);
  api.clock.advance(lateMs);
  await open(orange);
  await open(without);
  expect(await toldTo(orange)).not.toContain(unknown);
  expect(await toldTo(without)).toEqual([]);
});
