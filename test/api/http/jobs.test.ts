import { automaticLeave } from '../../../api/src/jobs/automaticLeave';
import { tidySessions } from '../../../api/src/jobs/tidySessions';
import { checkInId } from '../../support/api/checkIn';
import { countsOf } from '../../support/api/counts';
import { buildPerson } from '../../support/api/factories/buildPerson';
import { buildPoint, buildPoster } from '../../support/api/factories/buildPoint';
import { signIn } from '../../support/api/factories/signIn';
import { startApi, type TestApi } from '../../support/api/testApi';

const hour = 3_600_000;
let api: TestApi;

beforeAll(async () => {
  api = await startApi();
});

afterEach(() => api.clock.reset());

afterAll(() => api.close());

test('whoever stays longer than the category allows is taken to have left, once', async () => {
  const point = await buildPoint(api.services);
  const { token } = await buildPoster(api.services, point);
  const auth = await signIn(api.services, await buildPerson(api.services));
  await api.request.post('/api/v1/visits').set(auth).send({ id: checkInId(), poster: token }).expect(200);

  api.clock.advance(5 * hour);
  await automaticLeave.perform(api.services);
  expect(await countsOf(api.services, point.id)).toMatchObject({ inside: 1, expired: 0 });

  api.clock.advance(2 * hour);
  await Promise.all([automaticLeave.perform(api.services), automaticLeave.perform(api.services)]);
  expect(await countsOf(api.services, point.id)).toMatchObject({ inside: 0, came: 1, went: 0, expired: 1 });
});

test('long stays elsewhere hide nobody, a second entry begins the stay again, and it is audited', async () => {
  const hotel = await buildPoint(api.services, { values: { category: 'hotel' } });
  const bank = await buildPoint(api.services, { values: { category: 'bank' } });
  const [guest, customer] = [await buildPerson(api.services), await buildPerson(api.services)];
  const enter = async (person: typeof guest, token: string) =>
    api.request
      .post('/api/v1/visits')
      .set(await signIn(api.services, person))
      .send({ id: checkInId(api.clock.now()), poster: token })
      .expect(200);
  const [hotelPoster, bankPoster] = [
    await buildPoster(api.services, hotel),
    await buildPoster(api.services, bank),
  ];
  await enter(guest, hotelPoster.token);
  await enter(customer, bankPoster.token);
  api.clock.advance(2 * hour);
  await enter(customer, bankPoster.token);
  api.clock.advance(2 * hour);
  await automaticLeave.perform(api.services);
  expect(await countsOf(api.services, bank.id)).toMatchObject({ inside: 1, expired: 0 });

  api.clock.advance(2 * hour);
  await automaticLeave.perform(api.services);
  expect(await countsOf(api.services, bank.id)).toMatchObject({ inside: 0, expired: 1 });
  expect(await countsOf(api.services, hotel.id)).toMatchObject({ inside: 1, expired: 0 });
  const events = await api.services.database.select(
    "SELECT payload FROM audit_events WHERE action = 'presences.expire' AND payload LIKE ?",
    [`%${bank.id}%`],
  );
  expect(events).toHaveLength(1);
});

test('ended sessions are forgotten, open ones stay', async () => {
  const person = await buildPerson(api.services);
  const auth = await signIn(api.services, person);
  await tidySessions.perform(api.services);
  await api.request.get('/api/v1/me').set(auth).expect(200);

  api.clock.advance(72 * hour);
  await tidySessions.perform(api.services);
  const left = await api.services.database.select('SELECT id FROM sessions WHERE account_id = ?', [
    person.account.id,
  ]);
  expect(left).toEqual([]);
});
