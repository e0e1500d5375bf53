import { deliverEmptyFeeds } from '../../../api/src/commands/deliverFacts';
import { performOverdue } from '../../../api/src/commands/risk/recompute/judgeThese';
import { Message } from '../../../api/src/models/message';
import { checkInId } from '../../support/api/checkIn';
import { buildFact } from '../../support/api/factories/buildFact';
import { buildPoint, buildPoster } from '../../support/api/factories/buildPoint';
import type { BuiltPerson } from '../../support/api/factories/buildPerson';
import { guardOnDuty } from '../../support/api/factories/guardOnDuty';
import { signedInPerson } from '../../support/api/factories/signedInResident';
import { signIn } from '../../support/api/factories/signIn';
import { startApi, type TestApi } from '../../support/api/testApi';

const hourMs = 3_600_000;

let api: TestApi;

beforeEach(async () => {
  await deliverEmptyFeeds(api.services);
});

beforeAll(async () => {
  api = await startApi({ feeds: false });
});

afterEach(() => api.clock.reset());

afterAll(() => api.close());

/** The code as its owner sees it now, with a session of now. */
async function codeOf(built: BuiltPerson) {
  const auth = await signIn(api.services, built);

  return (await api.request.get('/api/v1/me/code').set(auth).expect(200)).body;
}

async function toldTo({ person }: BuiltPerson): Promise<string[]> {
  const messages = await Message.findAll({ where: { personId: person.id }, order: ['id'] });

  return messages.map(({ title }) => title);
}

test('a feed later than its limit makes unknown of green, and the next delivery makes it green again', async () => {
  const person = await signedInPerson(api.services);
  api.clock.advance(23 * hourMs);
  expect((await codeOf(person)).colour).toBe('green');
  api.clock.advance(2 * hourMs);
  const late = await codeOf(person);
  expect(late).toMatchObject({ colour: 'unknown', reasons: [] });
  expect(api.clock.now() - late.asOf).toBeGreaterThan(24 * hourMs);

  await deliverEmptyFeeds(api.services);
  const fresh = await codeOf(person);
  expect(fresh.colour).toBe('green');
  expect(api.clock.now() - fresh.asOf).toBeLessThan(hourMs);
  expect(await toldTo(person)).toEqual([]);
});

test('a cause counts to the moment that was named, and not a minute longer', async () => {
  const person = await signedInPerson(api.services);
  await buildFact(api.services, person.idNumber);
  const [reason] = (await codeOf(person)).reasons as { until: number }[];
  const left = (reason?.until ?? 0) - api.clock.now();

  api.clock.advance(left - 60_000);
  await deliverEmptyFeeds(api.services);
  expect((await codeOf(person)).colour).toBe('orange');
  api.clock.advance(61_000);
  expect(await codeOf(person)).toMatchObject({ colour: 'green', reasons: [] });
  await performOverdue(api.services);
  expect(await toldTo(person)).toEqual(['您的健康码已变为橙码', '您的健康码已变为绿码']);
});

test('several causes are all named, and the colour stays until the last has ended', async () => {
  const person = await signedInPerson(api.services);
  await buildFact(api.services, person.idNumber);
  await buildFact(api.services, person.idNumber, { source: 'medicine', kind: 'purchase' });
  await buildFact(api.services, person.idNumber, { source: 'sealed', kind: 'resident' });
  const { reasons } = await codeOf(person);
  expect(reasons.map(({ rule }: { rule: string }) => rule).sort()).toEqual(['fever', 'medicine', 'sealed']);
  expect(reasons.find(({ rule }: { rule: string }) => rule === 'sealed').until).toBeNull();

  api.clock.advance(20 * 24 * hourMs);
  const later = await codeOf(person);
  expect(later.colour).toBe('orange');
  expect(later.reasons.map(({ rule }: { rule: string }) => rule)).toEqual(['sealed']);
  expect(await toldTo(person)).toEqual(['您的健康码已变为橙码']);
});

test('a fact that came before the person did counts as soon as the person is there', async () => {
  const person = await signedInPerson(api.services, { claimed: false });
  await buildFact(api.services, person.idNumber);
  const { body } = await api.request.post('/api/v1/me/code').set(person.auth).send({}).expect(200);
  expect(body.colour).toBe('orange');
});

test('somebody else’s fact is nobody’s but theirs', async () => {
  const [one, other] = [await signedInPerson(api.services), await signedInPerson(api.services)];
  await buildFact(api.services, one.idNumber);
  expect([(await codeOf(one)).colour, (await codeOf(other)).colour]).toEqual(['orange', 'green']);
});

test('who notices first tells it: ten at once, at the phone, the poster and the door, one message', async () => {
  const person = await signedInPerson(api.services);
  const point = await buildPoint(api.services);
  const { token } = await buildPoster(api.services, point);
  const guard = await guardOnDuty(api.services, point);
  const { number } = await codeOf(person);
  await buildFact(api.services, person.idNumber);

  const answers = await Promise.all(
    Array.from({ length: 10 }, (_, i) => {
      const id = checkInId();
      switch (i % 4) {
        case 0:
          return api.request.get('/api/v1/me/code').set(person.auth);
        case 1:
          return api.request.get(`/api/v1/posters/${token}`).set(person.auth);
        case 2:
          return api.request.post('/api/v1/visits').set(person.auth).send({ id, poster: token });
        default:
          return api.request
            .post('/api/v1/scans')
            .set(guard.auth)
            .send({ id, object: number, pointId: point.id });
      }
    }),
  );
  expect(answers.map(({ status }) => status)).toEqual(Array(10).fill(200));
  const colours = answers.map(({ body }) => (body.own ? body.own.colour : body.colour));
  expect(new Set(colours)).toEqual(new Set(['orange']));
  expect(await toldTo(person)).toEqual(['您的健康码已变为橙码']);
});
