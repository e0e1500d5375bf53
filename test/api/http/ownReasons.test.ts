import { dayOf } from '../../../api/src/base/days';
import { buildFeedClient } from '../../support/api/feedClient';
import { buildFact } from '../../support/api/factories/buildFact';
import { signedInStaff } from '../../support/api/factories/signedIn';
import { signedInPerson } from '../../support/api/factories/signedInResident';
import { signIn } from '../../support/api/factories/signIn';
import { startApi, type TestApi } from '../../support/api/testApi';

const hourMs = 3_600_000;

let api: TestApi;

beforeAll(async () => {
  api = await startApi();
});

afterEach(() => api.clock.reset());

afterAll(() => api.close());

const path = '/api/v1/me/reasons';

test('the owner reads rule, record, source, deliverer, until when, what to do and where to appeal', async () => {
  const person = await signedInPerson(api.services);
  const feed = await buildFeedClient(api, 'fever', { owner: '示例市第一医院' });
  const date = dayOf(api.clock.now(), api.services.config.brand.zone);
  await feed.deliver([{ idNumber: person.idNumber, date }]).expect(201);
  const { body } = await api.request.get(path).set(person.auth).expect(200);
  expect(body).toMatchObject({ colour: 'orange', ruleVersion: 1, late: [] });
  expect(body.checked).toHaveLength(6);
  expect(body.reasons).toHaveLength(1);
  const [reason] = body.reasons;
  expect(reason).toMatchObject({
    rule: 'fever',
    colour: 'orange',
    kindName: '发热门诊就诊',
    sourceName: '发热门诊就诊记录',
    owner: '省卫健委',
    deliveredBy: '示例市第一医院',
    date,
    appealId: null,
  });
  expect(reason.text && reason.advice && reason.appeal).toBeTruthy();
  expect(reason.until).toBeGreaterThan(api.clock.now() + 13 * 24 * hourMs);
  expect(Math.abs(reason.recordedAt - api.clock.now())).toBeLessThan(hourMs);
  expect(body.until).toBe(reason.until);
});

test('an appeal about a reason that is not over is named', async () => {
  const person = await signedInPerson(api.services);
  await buildFact(api.services, person.idNumber);
  await api.request.get(path).set(person.auth).expect(200);
  const { body: appeal } = await api.request
    .post('/api/v1/me/appeals')
    .set(person.auth)
    .send({ rules: ['fever'], text: '这次就诊是外伤。' })
    .expect(201);
  const { body } = await api.request.get(path).set(person.auth).expect(200);
  expect(body.reasons[0].appealId).toBe(appeal.id);
});

test('a green code has no reasons, and an unknown one names what is missing', async () => {
  const person = await signedInPerson(api.services);
  const green = await api.request.get(path).set(person.auth).expect(200);
  expect(green.body).toMatchObject({ colour: 'green', reasons: [], late: [] });
  api.clock.advance(50 * hourMs);
  const { body } = await api.request
    .get(path)
    .set(await signIn(api.services, person))
    .expect(200);
  expect(body).toMatchObject({ colour: 'unknown', reasons: [] });
  expect((body.late as { owner: string }[]).map(({ owner }) => owner)).toContain('省医保局');
});

test('guards read no reasons anywhere, and nobody reads those of another', async () => {
  await api.request.get(path).expect(401);
  const { auth } = await signedInStaff(api.services, { roles: ['guard'] });
  await api.request.get(path).set(auth).expect(403);
  const unclaimed = await signedInPerson(api.services, { claimed: false });
  await api.request.get(path).set(unclaimed.auth).expect(403);
});
