import { screeningBoard, screeningPerson, type ScreeningQuery } from '@anxing/contract/screening';
import { testResults } from '@anxing/contract/testResults';

import { Change } from '../../../api/src/models/change';
import { FeedBatch } from '../../../api/src/models/feedBatch';
import { signIn } from '../../support/api/factories/signIn';
import { signedInPerson } from '../../support/api/factories/signedInResident';
import { signedInStaff, type Auth } from '../../support/api/factories/signedIn';
import { verifiedStaff } from '../../support/api/factories/verifiedStaff';
import { inventIdNumber } from '../../support/api/invented';
import { decide } from '../../support/api/overrides';
import { expectOnlyFor, faultsOf } from '../../support/api/refusals';
import { newestEvent } from '../../support/api/storedEvents';
import {
  dayAgo,
  dayMs,
  deliverTest,
  follow,
  ListDeliverer,
  withdrawTests,
} from '../../support/api/screening';
import { startApi, type TestApi } from '../../support/api/testApi';

let api: TestApi;
let desk: Auth;
let list: ListDeliverer;

beforeAll(async () => {
  api = await startApi();
  desk = (await signedInStaff(api.services, { roles: ['feeds'] })).auth;
  list = await ListDeliverer.build(api);
});

afterEach(() => api.clock.reset());

afterAll(() => api.close());

const board = (auth: Auth = desk) => api.request.get('/api/v1/operator/screening').set(auth);

const people = (query: ScreeningQuery | object = {}, auth: Auth = desk) =>
  api.request.get('/api/v1/operator/screening/people').set(auth).query(query);

async function page(query: ScreeningQuery = {}) {
  const { body } = await people(query).expect(200);

  return { items: screeningPerson.array().parse(body.items), next: body.next as string | null };
}

async function groupOf(id: string) {
  const { body } = await board().expect(200);

  return screeningBoard.parse(body).groups.find((group) => group.id === id);
}

test('before anybody was gone through, every group is there and nothing is counted', async () => {
  const { groups, asOf } = screeningBoard.parse((await board().expect(200)).body);

  expect(asOf).toBeNull();
  expect(groups).toHaveLength(12);
  expect(groups[4]).toEqual({
    id: 'medicalStaff',
    name: '医疗机构工作人员',
    duty: 'required',
    intervalDays: 7,
    remindDaysBefore: 2,
    listed: 0,
    neverTested: 0,
    soon: 0,
    overdue: 0,
  });
  expect(await page()).toEqual({ items: [], next: null });
});

describe('of a list', () => {
  let known: Awaited<ReturnType<typeof signedInPerson>>;

  /** Six people: never tested and late, tested yesterday in two groups, due tomorrow, late, due today, and one elsewhere. */
  beforeAll(async () => {
    known = await signedInPerson(api.services);
    const [, soon, late, today, school] = Array.from({ length: 5 }, () => inventIdNumber());
    const { idNumber: tested } = await signedInPerson(api.services);
    await list.deliver(
      { idNumber: known.idNumber, from: 12 },
      { idNumber: tested, from: 40 },
      { idNumber: tested, kind: 'transportWorkers', from: 40 },
      { idNumber: soon ?? '', from: 40 },
      { idNumber: late ?? '', from: 40 },
      { idNumber: today ?? '', from: 0 },
      { idNumber: school ?? '', kind: 'schoolStaff', from: 5 },
    );
    await deliverTest(api, tested, 1);
    await deliverTest(api, soon ?? '', 6);
    await deliverTest(api, late ?? '', 10, 'nucleicPositive');
    await follow(api);
  });

  test('is counted by group, with the time', async () => {
    const { body } = await board().expect(200);
    const { groups, asOf } = screeningBoard.parse(body);

    expect(Math.abs(Number(asOf) - api.clock.now())).toBeLessThan(60_000);
    expect(groups.filter(({ listed }) => listed > 0)).toMatchObject([
      { id: 'medicalStaff', listed: 5, neverTested: 2, soon: 2, overdue: 2 },
      { id: 'schoolStaff', listed: 1, neverTested: 1, soon: 0, overdue: 1 },
      { id: 'transportWorkers', listed: 1, neverTested: 0, soon: 0, overdue: 0 },
    ]);
  });

  test('people come with the longest due first, masked; who has not registered without a name', async () => {
    const { items, next } = await page();

    expect(next).toBeNull();
    expect(items.map(({ group, dueOn, state }) => [group, dueOn, state])).toEqual([
      ['medicalStaff', dayAgo(api, 12), 'overdue'],
      ['schoolStaff', dayAgo(api, 5), 'overdue'],
      ['medicalStaff', dayAgo(api, 3), 'overdue'],
      ['medicalStaff', dayAgo(api, 0), 'soon'],
      ['medicalStaff', dayAgo(api, -1), 'soon'],
      ['medicalStaff', dayAgo(api, -6), 'onTime'],
      ['transportWorkers', dayAgo(api, -29), 'onTime'],
    ]);
    expect(items[0]).toEqual({
      id: expect.any(String),
      name: expect.stringMatching(/^\*+.$/),
      idNumber: `35*****${known.idNumber.slice(-3)}`,
      group: 'medicalStaff',
      groupName: '医疗机构工作人员',
      duty: 'required',
      listedOn: dayAgo(api, 12),
      lastTestAt: null,
      dueOn: dayAgo(api, 12),
      state: 'overdue',
    });
    expect(items[1]).toMatchObject({ name: null, idNumber: null });
    const text = JSON.stringify(items);
    expect([known.idNumber, known.name, known.person.id].filter((one) => text.includes(one))).toEqual([]);
    expect(text).not.toContain(known.person.identityIndex);
  });

  test.each<[ScreeningQuery, number]>([
    [{ group: 'medicalStaff' }, 5],
    [{ group: 'portWorkers' }, 0],
    [{ state: 'overdue' }, 3],
    [{ state: 'soon' }, 2],
    [{ state: 'onTime' }, 2],
    [{ state: 'never' }, 3],
    [{ state: 'never', group: 'schoolStaff' }, 1],
    [{ state: 'soon', group: 'schoolStaff' }, 0],
  ])('can be narrowed by %p: %i', async (query, count) => {
    expect((await page(query)).items).toHaveLength(count);
  });

  test.each<ScreeningQuery>([{}, { group: 'medicalStaff' }, { state: 'never' }])(
    'pages are whole and in order with %p',
    async (query) => {
      const { items: all } = await page(query);
      const seen = [];
      let cursor: string | undefined;
      do {
        const { items, next } = await page({ ...query, limit: 2, ...(cursor ? { cursor } : {}) });
        seen.push(...items);
        cursor = next ?? undefined;
      } while (cursor);
      expect(seen).toEqual(all);
    },
  );

  test('everybody reads who looked, once an hour; the audit keeps what was asked for', async () => {
    const { auth } = await signedInStaff(api.services, { roles: ['approver'] });
    await people({ state: 'never', group: 'medicalStaff' }, auth).expect(200);
    await people({ state: 'never', group: 'medicalStaff' }, auth).expect(200);
    const looks = await api.request.get('/api/v1/me/accesses').set(known.auth).expect(200);
    const own = looks.body.items.filter(({ purpose }: { purpose: string }) => purpose.includes('检测名单'));

    expect(own.length).toBe(2);
    expect(own[0]).toMatchObject({ purpose: '查看重点人群检测名单' });
    const event = await newestEvent(api.services, 'persons.screening');
    expect(event).toMatchObject({ group: 'medicalStaff', state: 'never', count: 2 });
  });

  test('is for whoever reads what colours are made of', async () => {
    for (const role of ['rules', 'approver', 'auditor'] as const) {
      const { auth } = await signedInStaff(api.services, { roles: [role] });
      await board(auth).expect(200);
      await people({}, auth).expect(200);
    }
    await expectOnlyFor(api, (auth) => board(auth), ['owner', 'units', 'guard']);
    await expectOnlyFor(api, (auth) => people({}, auth), ['owner', 'units', 'guard']);
  });

  test.each([
    [{ group: 'guests' }, { group: 'Not one of the choices' }],
    [{ state: 'late' }, { state: expect.any(String) }],
    [{ limit: 0 }, { limit: expect.any(String) }],
    [{ cursor: 'nonsense' }, { cursor: expect.any(String) }],
    [{ name: '示例' }, { name: 'Unknown field' }],
  ])('wrong: %p', async (query, faults) => {
    expect(faultsOf(await people(query).expect(400))).toEqual(faults);
  });

  test('a cursor is good for its own list only', async () => {
    const { next } = await page({ limit: 2 });
    expect(faultsOf(await people({ cursor: next, state: 'soon' }).expect(400))).toHaveProperty('cursor');
  });
});

describe('the own page of results', () => {
  const own = async (auth: Auth) =>
    testResults.parse((await api.request.get('/api/v1/me/test-results').set(auth).expect(200)).body)
      .screening;

  test('says nothing of lists to who is on none', async () => {
    expect(await own((await signedInPerson(api.services)).auth)).toEqual([]);
  });

  test('says at once what follows from a list, a result, and a result that was taken back', async () => {
    const holder = await signedInPerson(api.services);
    const { idNumber } = holder;
    const other = await ListDeliverer.build(api, 'own');
    await other.deliver({ idNumber, from: 9 }, { idNumber, kind: 'returningStudents', from: 2 });
    const never = {
      group: 'medicalStaff',
      groupName: '医疗机构工作人员',
      duty: 'required',
      intervalDays: 7,
      listedOn: dayAgo(api, 9),
      listedBy: '示例市卫健委',
      lastTestAt: null,
      dueOn: dayAgo(api, 9),
      state: 'overdue',
    };
    expect(await own(holder.auth)).toEqual([
      never,
      expect.objectContaining({ group: 'returningStudents', duty: 'sampled', dueOn: dayAgo(api, 2) }),
    ]);

    await deliverTest(api, idNumber, 6);
    expect(await own(holder.auth)).toMatchObject([
      { lastTestAt: expect.any(Number), dueOn: dayAgo(api, -1), state: 'soon' },
      { dueOn: dayAgo(api, -24), state: 'onTime' },
    ]);

    await withdrawTests(api, idNumber);
    expect((await own(holder.auth))[0]).toEqual(never);
    await other.deliver();
    expect(await own(holder.auth)).toEqual([]);
  });

  test('goes by the day, without the job', async () => {
    const holder = await signedInPerson(api.services);
    await (await ListDeliverer.build(api, 'days')).deliver({ idNumber: holder.idNumber });
    await deliverTest(api, holder.idNumber, 0);
    const later = async (days: number) => {
      api.clock.advance(days * dayMs);

      return (await own(await signIn(api.services, holder)))[0]?.state;
    };

    expect([await later(4), await later(1), await later(2), await later(1)]).toEqual([
      'onTime',
      'soon',
      'soon',
      'overdue',
    ]);
  });
});

test('a list that a person uploads counts when a second one has approved it', async () => {
  const uploader = await verifiedStaff(api.services, { roles: ['feeds'] });
  const approver = await verifiedStaff(api.services, { roles: ['approver'] });
  const before = await groupOf('portWorkers');
  const { body } = await api.request
    .post('/api/v1/operator/feeds/screening/uploads')
    .query({ name: '口岸名单' })
    .set(uploader.auth)
    .set('Content-Type', 'text/csv')
    .send(`证件号码,人群,纳入日期,截止日期\n${inventIdNumber()},口岸检测排查人员,${dayAgo(api, 1)},\n`)
    .expect(201);
  expect(body.batch).toMatchObject({ state: 'waiting', added: 1, wrong: 0 });
  await follow(api);
  expect(await groupOf('portWorkers')).toEqual(before);

  const change = await Change.findByPk(body.batch.changeId, { rejectOnEmpty: true });
  await decide(api, approver, change.id, 'approve').expect(200);
  await follow(api);
  expect(await groupOf('portWorkers')).toMatchObject({ listed: 1, neverTested: 1, overdue: 1 });
  const batch = await FeedBatch.findByPk(body.batch.id, { rejectOnEmpty: true });
  expect(batch).toMatchObject({ state: 'inForce', changedPeople: 0 });
});
