import { addDays, dayOf } from '../../../api/src/base/days';
import { Recomputer } from '../../../api/src/commands/risk/recompute/recomputer';
import { Change } from '../../../api/src/models/change';
import { FeedBatch } from '../../../api/src/models/feedBatch';
import { buildFeedClient, type FeedClient } from '../../support/api/feedClient';
import { verifiedStaff } from '../../support/api/factories/verifiedStaff';
import { inventIdNumber } from '../../support/api/invented';
import { decide } from '../../support/api/overrides';
import { startApi, type TestApi } from '../../support/api/testApi';

const dayMs = 24 * 3_600_000;

let api: TestApi;
let before: TestApi['services']['config']['policy']['turning'];

beforeAll(async () => {
  api = await startApi();
  const { turning } = api.services.config.policy;
  before = { ...turning };
  Object.assign(turning, { share: 1, people: 1, ended: 0.5, endedRows: 1 });
});

afterAll(async () => {
  Object.assign(api.services.config.policy.turning, before);
  await api.close();
});

test('what has ended long ago does not make room for ending what counts now', async () => {
  const { turning } = api.services.config.policy;
  Object.assign(turning, { endedRows: 3 });
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
  Object.assign(api.services.config.policy.turning, { endedRows: 1 });
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
  Object.assign(api.services.config.policy.turning, { endedRows: 2 });
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

describe('of sealed communities those count who live there', () => {
  const homes = 6;
  const each = 3;
  let recomputer: Recomputer;
  let sealed: FeedClient;
  let channels = 0;
  let isDeriving = true;

  /** A county's communities with three people each, all of them sealed. */
  beforeEach(async () => {
    Object.assign(api.services.config.policy.turning, { share: 1, people: 4, ended: 0.5 });
    recomputer = new Recomputer(api.services);
    channels += 1;
    const households = await buildFeedClient(api, 'households', { channel: `homes-${channels}` });
    const people = Array.from({ length: homes * each }, (_person, at) => ({
      idNumber: inventIdNumber(),
      division: '350102',
      community: nameOf(at % homes),
    }));
    await households.deliver(people).expect(201);
    sealed = await buildFeedClient(api, 'sealed', { channel: `seals-${channels}` });
    await seal(0, homes);
  });

  afterEach(async () => {
    isDeriving = true;
    Object.assign(api.services.config.policy.turning, { people: 1_000 });
    api.clock.advance(2 * dayMs);
    await seal(homes, homes);
  });

  const nameOf = (at: number) => `小区${channels}${'甲乙丙丁戊己'[at]}`;

  /** Delivers the list of communities from one to before another. */
  async function seal(from: number, to: number, more: object = {}) {
    const date = dayOf(api.clock.now(), api.services.config.brand.zone);
    const rows = Array.from({ length: to - from }, (_seal, at) => ({
      division: '350102',
      community: nameOf(from + at),
      date,
      ...more,
    }));
    const { body } = await sealed.deliver(rows).expect(201);
    if (isDeriving) {
      await recomputer.turn();
    }

    return body.batch;
  }

  test('an empty list waits, and the second person reads how many people it frees', async () => {
    const batch = await seal(0, 0);
    expect(batch).toMatchObject({ state: 'waiting', closed: homes });
    const { auth } = await verifiedStaff(api.services, { roles: ['feeds'] });
    const release = `/api/v1/operator/feeds/sealed/batches/${batch.id}/release`;
    const { body } = await api.request.post(release).set(auth).send({}).expect(200);
    const change = await Change.findByPk(body.changeId, { rejectOnEmpty: true });
    expect(change.warning).toContain(`${homes * each} 名居民`);
    await decide(
      api,
      await verifiedStaff(api.services, { roles: ['approver'] }),
      change.id,
      'approve',
    ).expect(200);
    await recomputer.turn();
  });

  test.each([
    ['is derived meanwhile', true],
    ['is not derived yet', false],
  ])('few may always be freed, and too many not in parts: what follows %s', async (_name, isDerived) => {
    isDeriving = isDerived;
    expect(await seal(1, homes)).toMatchObject({ state: 'inForce', closed: 1 });
    expect(await seal(2, homes)).toMatchObject({ state: 'inForce', closed: 1 });
    expect(await seal(3, homes)).toMatchObject({ state: 'inForce', closed: 1 });
    expect(await seal(4, homes)).toMatchObject({ state: 'waiting', closed: 1 });
    await discard();
  });

  test('a community that is told anew, with another end or by its buildings, frees nobody', async () => {
    const until = addDays(dayOf(api.clock.now(), api.services.config.brand.zone), 9);
    expect(await seal(0, homes, { until })).toMatchObject({ state: 'inForce', closed: homes, added: homes });
  });

  async function discard(): Promise<void> {
    const { auth } = await verifiedStaff(api.services, { roles: ['feeds'] });
    const held = await FeedBatch.findOne({
      where: { source: 'sealed', state: 'waiting' },
      rejectOnEmpty: true,
    });
    await api.request
      .post(`/api/v1/operator/feeds/sealed/batches/${held.id}/discard`)
      .set(auth)
      .send({})
      .expect(200);
  }
});
