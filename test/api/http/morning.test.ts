import { randomUUID } from 'node:crypto';

import { sessionAnswer } from '@anxing/contract/sessions';

import { numberOfToday } from '../../../api/src/commands/renewNumber';
import { isNumber12 } from '@anxing/contract/number12';
import { Person } from '../../../api/src/models/person';
import { Session } from '../../../api/src/models/session';
import { signedInPerson } from '../../support/api/factories/signedInResident';
import { signIn } from '../../support/api/factories/signIn';
import { startApi, type TestApi } from '../../support/api/testApi';

const dayMs = 86_400_000;
const crowd = 25;

let api: TestApi;

beforeAll(async () => {
  api = await startApi();
});

afterEach(() => api.clock.reset());

afterAll(() => api.close());

/** How many records the audit events of an action name, and how many events there are. */
async function audited(action: string): Promise<{ events: number; records: number }> {
  const rows = await api.services.database.select('SELECT payload FROM audit_events WHERE action = ?', [
    action,
  ]);
  const counts = rows.map(({ payload }) => (JSON.parse(String(payload)) as { count: number }).count);

  return { events: counts.length, records: counts.reduce((sum, count) => sum + count, 0) };
}

async function signedIn(): Promise<string> {
  const body = { grant: 'wechat', code: `${randomUUID()}.1` };
  const answer = await api.request.post('/api/v1/sessions').send(body).expect(200);

  return sessionAnswer.parse(answer.body).refreshToken ?? '';
}

function renew(refreshToken: string) {
  return api.request.post('/api/v1/sessions/refresh').send({ refreshToken });
}

test('when everybody shows the first code of a day at once, each gets an own new number', async () => {
  const people = await Promise.all(Array.from({ length: crowd }, () => signedInPerson(api.services)));
  api.clock.advance(dayMs);
  const auths = await Promise.all(people.map(({ account }) => signIn(api.services, { account })));
  const show = (auth: Record<string, string>) => api.request.get('/api/v1/me/code').set(auth);
  const answers = await Promise.all(auths.map(show));
  const numbers = answers.map(({ body }) => String(body.number));

  expect(answers.map(({ status }) => status)).toEqual(Array(crowd).fill(200));
  expect(numbers.every(isNumber12)).toBe(true);
  expect(new Set(numbers).size).toBe(crowd);
  const stored = await Person.findAll({ where: { number: numbers } });
  expect(stored).toHaveLength(crowd);
  expect((await Promise.all(auths.map(show))).map(({ body }) => body.number)).toEqual(numbers);
  expect((await audited('persons.numbers')).records).toBe(crowd);
});

test('those who come in the same moment are written together', async () => {
  const people = await Promise.all(Array.from({ length: crowd }, () => signedInPerson(api.services)));
  const before = await audited('persons.numbers');
  api.clock.advance(dayMs);
  const numbers = await Promise.all(people.map(({ person }) => numberOfToday(api.services, person)));
  const after = await audited('persons.numbers');

  expect(new Set(numbers).size).toBe(crowd);
  expect(after).toEqual({ events: before.events + 1, records: before.records + crowd });
});

test('when everybody’s session is renewed at once, each gets an own successor', async () => {
  const opened = await Promise.all(Array.from({ length: crowd }, signedIn));
  const answers = await Promise.all(opened.map(renew));
  const successors = answers.map(({ body }) => sessionAnswer.parse(body).refreshToken ?? '');

  expect(new Set(successors).size).toBe(crowd);
  const ids = successors.map((token) => api.services.tokens.readRefresh(token)?.sessionId ?? '');
  expect(ids).toEqual(opened.map((token) => api.services.tokens.readRefresh(token)?.sessionId));
  const sessions = await Session.findAll({ where: { id: ids } });
  expect(sessions.map(({ counter }) => counter)).toEqual(Array(crowd).fill(1));
  expect((await Promise.all(successors.map(renew))).map(({ status }) => status)).toEqual(
    Array(crowd).fill(200),
  );
  expect((await audited('sessions.rotate')).records).toBe(2 * crowd);
});

test('a copied token among them ends its own session and no other', async () => {
  const [one, other] = await Promise.all([signedIn(), signedIn()]);
  const next = sessionAnswer.parse((await renew(one).expect(200)).body).refreshToken ?? '';
  const last = sessionAnswer.parse((await renew(next).expect(200)).body).refreshToken ?? '';
  const answers = await Promise.all([renew(one), renew(other)]);

  expect(answers.map(({ status }) => status)).toEqual([401, 200]);
  await renew(last).expect(401);
});
