import { addDays, dayOf } from '../../../api/src/base/days';
import { buildFeedClient } from '../../support/api/feedClient';
import { inventIdNumber } from '../../support/api/invented';
import { startApi, type TestApi } from '../../support/api/testApi';

const dayMs = 24 * 3_600_000;

let api: TestApi;
let before: TestApi['services']['config']['policy']['turning'];

beforeAll(async () => {
  api = await startApi();
  const { turning } = api.services.config.policy;
  before = { ...turning };
  Object.assign(turning, { share: 1, people: 1, ended: 0.5 });
});

afterAll(async () => {
  Object.assign(api.services.config.policy.turning, before);
  await api.close();
});

test('what has ended long ago does not make room for ending what counts now', async () => {
  const { turning } = api.services.config.policy;
  Object.assign(turning, { people: 3 });
  const fever = await buildFeedClient(api, 'contacts');
  const today = dayOf(api.clock.now(), api.services.config.brand.zone);
  const old = Array.from({ length: 20 }, () => ({
    idNumber: inventIdNumber(),
    kind: 'close',
    date: today,
    until: today,
  }));
  await fever.deliver(old).expect(201);
  api.clock.advance(2 * dayMs);
  const date = addDays(today, 2);
  const now = Array.from({ length: 6 }, () => ({ idNumber: inventIdNumber(), kind: 'close', date }));
  await fever.deliver(now).expect(201);
  const back = (count: number) => now.slice(0, count).map((row) => ({ ...row, operation: 'withdraw' }));

  const { body: few } = await fever.deliver(back(3));
  expect(few.batch).toMatchObject({ state: 'inForce', withdrawn: 3 });
  await fever.deliver(now).expect(201);
  const { body: most } = await fever.deliver(back(4));
  expect(most.batch).toMatchObject({ state: 'waiting', withdrawn: 4 });
});

test('a list that no longer contains what has ended is taken', async () => {
  Object.assign(api.services.config.policy.turning, { people: 1 });
  const arrivals = await buildFeedClient(api, 'arrivals');
  const today = dayOf(api.clock.now(), api.services.config.brand.zone);
  const row = (more: object = {}) => ({
    idNumber: inventIdNumber(),
    kind: 'arrived',
    date: today,
    ...more,
  });
  const lasting = [row(), row(), row(), row()];
  await arrivals.deliver([...lasting, ...Array.from({ length: 6 }, () => row({ until: today }))]).expect(201);
  api.clock.advance(2 * dayMs);
  const { body: taken } = await arrivals.deliver(lasting);
  expect(taken.batch).toMatchObject({ state: 'inForce', closed: 6 });
  const { body: held } = await arrivals.deliver(lasting.slice(0, 1));
  expect(held.batch).toMatchObject({ state: 'waiting', closed: 3 });
});

test('what is too much to end at once does not pass in parts', async () => {
  Object.assign(api.services.config.policy.turning, { people: 2 });
  const contacts = await buildFeedClient(api, 'contacts', { channel: 'parts' });
  const date = dayOf(api.clock.now(), api.services.config.brand.zone);
  const rows = Array.from({ length: 16 }, () => ({ idNumber: inventIdNumber(), kind: 'close', date }));
  const back = (from: number, to: number) =>
    rows.slice(from, to).map((row) => ({ ...row, operation: 'withdraw' }));
  await contacts.deliver(rows).expect(201);
  const { body: half } = await contacts.deliver(back(0, 8));
  expect(half.batch).toMatchObject({ state: 'inForce', withdrawn: 8 });

  const { body: more } = await contacts.deliver(back(8, 12));
  expect(more.batch).toMatchObject({ state: 'waiting', withdrawn: 4 });
});
