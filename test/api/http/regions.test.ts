import { change as changeSchema } from '@anxing/contract/changes';
import { regionHistory, regionTable, type Region } from '@anxing/contract/regions';

import { addDays, dayOf, startOfDay } from '../../../api/src/base/days';
import { RegionPeriod } from '../../../api/src/models/regionPeriod';
import { RegionProposal } from '../../../api/src/models/regionProposal';
import { refuseUnknownLevels } from '../../../api/src/commands/regions/refuseUnknownLevels';
import { auditEvents } from '../../support/api/auditEvents';
import { buildRegionLevel } from '../../support/api/factories/buildRegionLevel';
import { signedInStaff, type Auth } from '../../support/api/factories/signedIn';
import { operatorCrew, type VerifiedStaff } from '../../support/api/factories/verifiedStaff';
import { codeOf, expectOnlyFor, faultsOf } from '../../support/api/refusals';
import { startApi, type TestApi } from '../../support/api/testApi';

const path = '/api/v1/operator/regions';

let api: TestApi;
let rules: VerifiedStaff;
let approver: VerifiedStaff;

beforeAll(async () => {
  api = await startApi();
  ({ rules, approver } = await operatorCrew(api.services));
});

afterEach(() => api.clock.reset());

afterAll(() => api.close());

const today = () => dayOf(api.services.clock.now(), api.services.config.brand.zone);
const day = (ahead: number) => addDays(today(), ahead);
const list = (auth: Auth, query: object = {}) => api.request.get(path).set(auth).query(query);
const history = (auth: Auth, division: string) => api.request.get(`${path}/${division}/history`).set(auth);
const propose = (auth: Auth, body: object) => api.request.post(`${path}/levels`).set(auth).send(body);
const decide = (auth: Auth, id: string, verdict: 'approve' | 'reject') =>
  api.request.post(`/api/v1/operator/changes/${id}/${verdict}`).set(auth).send({ note: '已核对' });

function wish(division: string, level: string, more: object = {}) {
  return { changes: [{ division, level, from: today(), ...more }], note: '示例通报第 1 号' };
}

async function regionOf(division: string, query: object = {}): Promise<Region | undefined> {
  const { body } = await list(rules.auth, { within: `${division.slice(0, 4)}00`, ...query }).expect(200);

  return regionTable.parse(body).regions.find((region) => region.division === division);
}

/** Proposed by one and approved by another. @returns the change's id */
async function set(body: object): Promise<string> {
  const { body: proposed } = await propose(rules.auth, body).expect(201);
  await decide(approver.auth, proposed.id as string, 'approve').expect(200);

  return proposed.id as string;
}

function recomputes(subject: string) {
  return api.services.database.select(
    'SELECT cause, due_at FROM recomputes WHERE subject = ? ORDER BY due_at',
    [subject],
  );
}

describe('setting levels', () => {
  test('takes two people, and reaches everybody below', async () => {
    const { body } = await propose(
      rules.auth,
      wish('350400', 'cluster', { policy: '示例防控要求', until: day(10) }),
    ).expect(201);
    expect(changeSchema.parse(body)).toMatchObject({
      kind: 'regionLevels',
      state: 'waiting',
      title: '福建省三明市调整为局部聚集疫情区',
      facts: [
        { label: '调整说明', value: '示例通报第 1 号' },
        {
          label: '福建省三明市',
          value: `无疫情区 → 局部聚集疫情区，${today()} 起，至 ${day(10)} 前；防控要求：示例防控要求`,
        },
        { label: '不再是绿码', value: '0 人（生效规则不按区域判定颜色）' },
      ],
      isMine: true,
      mayDecide: false,
    });
    expect(body.warning).toContain('三明市');
    expect(await regionOf('350404')).toMatchObject({ level: 'none', setFor: null });
    expect(codeOf(await decide(rules.auth, body.id, 'approve').expect(403))).toBe('forbidden');

    await decide(approver.auth, body.id, 'approve').expect(200);
    expect(await regionOf('350404')).toEqual({
      division: '350404',
      name: '福建省三明市三元区',
      level: 'cluster',
      policy: '示例防控要求',
      from: today(),
      until: day(10),
      setFor: '350400',
    });
    expect(await recomputes(body.id)).toEqual([
      expect.objectContaining({ cause: 'regions' }),
      { cause: 'regions', due_at: startOfDay(day(10), api.services.config.brand.zone) },
    ]);
    const period = await RegionPeriod.findOne({ where: { changeId: body.id }, rejectOnEmpty: true });
    expect(await auditEvents(api.services, period.id)).toEqual([
      expect.objectContaining({
        action: 'region_levels.create',
        actor: expect.stringContaining(approver.staff.id),
      }),
    ]);
  });

  test('of several divisions at once', async () => {
    const { body } = await propose(rules.auth, {
      changes: [
        { division: '350802', level: 'sporadic', from: day(-14) },
        { division: '350821', level: 'community', from: day(2) },
      ],
      note: '示例通报',
    }).expect(201);
    expect(body).toMatchObject({ title: '福建省龙岩市新罗区等 2 个区域调整等级', warning: null });
    await decide(approver.auth, body.id, 'approve').expect(200);

    expect(await regionOf('350802')).toMatchObject({ level: 'sporadic' });
    expect(await regionOf('350821')).toMatchObject({ level: 'none' });
    expect(await regionOf('350821', { date: day(2) })).toMatchObject({ level: 'community' });
    expect(await recomputes(body.id)).toHaveLength(2);
  });

  test('that was rejected changes nothing', async () => {
    const { body } = await propose(rules.auth, wish('350902', 'community')).expect(201);
    await decide(approver.auth, body.id, 'reject').expect(200);

    expect(await regionOf('350902')).toMatchObject({ level: 'none', setFor: null });
    expect(await recomputes(body.id)).toEqual([]);
  });

  test('that the configuration does not know any more is outdated', async () => {
    const { body } = await propose(rules.auth, wish('350902', 'community')).expect(201);
    await RegionProposal.update(
      { settings: JSON.stringify(wish('350902', 'purple').changes) },
      { where: { id: body.subject } },
    );
    expect(codeOf(await decide(approver.auth, body.id, 'approve').expect(409))).toBe('change_outdated');
  });

  test('names every wrong field', async () => {
    const shapes = await propose(rules.auth, {
      changes: [{ division: 'x', level: '', from: '2026-02-30', until: 7, policy: '', colour: 'red' }],
      note: '',
    }).expect(400);
    expect(Object.keys(faultsOf(shapes))).toEqual([
      'changes.0.colour',
      'changes.0.division',
      'changes.0.from',
      'changes.0.level',
      'changes.0.policy',
      'changes.0.until',
      'note',
    ]);
    const meanings = await propose(rules.auth, {
      changes: [
        { division: '350102', level: 'purple', from: day(-15) },
        { division: '350102', level: 'none', from: day(3), until: day(3) },
        { division: '359999', level: 'none', from: today() },
        { division: '350102003001', level: 'none', from: today() },
      ],
      note: '示例',
    }).expect(400);
    expect(faultsOf(meanings)).toEqual({
      'changes.0.from': 'Must not lie in the past',
      'changes.0.level': 'No such level',
      'changes.1.division': 'Twice',
      'changes.1.until': 'The range ends before it begins',
      'changes.2.division': 'Unknown division code',
      'changes.3.division': 'Unknown division code',
    });
    expect(faultsOf(await propose(rules.auth, { changes: [], note: '示例' }).expect(400))).toEqual({
      changes: 'Required',
    });
  });

  test('is for rules alone, and for who is verified', async () => {
    const wanted = wish('350102', 'cluster');
    const unverified = await signedInStaff(api.services, { roles: ['rules'] });
    expect(codeOf(await propose(unverified.auth, wanted).expect(403))).toBe('change_not_verified');
    await expectOnlyFor(api, (auth) => propose(auth, wanted), ['owner', 'feeds', 'approver', 'auditor']);
  });
});

describe('the list', () => {
  test('tells what is raised, and what lies in a province or city', async () => {
    await set(wish('350322', 'sporadic'));
    await set(wish('350302', 'none'));
    const raised = regionTable.parse((await list(approver.auth).expect(200)).body);
    expect(raised.date).toBe(today());
    expect(raised.levels.map(({ id }) => id)).toEqual(['none', 'sporadic', 'cluster', 'community']);
    expect(raised.regions).toContainEqual(expect.objectContaining({ division: '350322', setFor: '350322' }));
    expect(raised.regions.map(({ division }) => division)).not.toContain('350302');

    const cities = (await list(approver.auth, { within: '350000' }).expect(200)).body.regions as Region[];
    expect(cities).toHaveLength(9);
    const counties = (await list(approver.auth, { within: '350300' }).expect(200)).body.regions as Region[];
    expect(counties.map(({ division }) => division)).toEqual([
      '350302',
      '350303',
      '350304',
      '350305',
      '350322',
    ]);
  });

  test('names wrong questions', async () => {
    expect(Object.keys(faultsOf(await list(rules.auth, { within: '990000' }).expect(400)))).toEqual([
      'within',
    ]);
    const wrong = await list(rules.auth, { date: 'today', within: '35', level: 'none' }).expect(400);
    expect(Object.keys(faultsOf(wrong))).toEqual(['date', 'level', 'within']);
  });

  test('is for who works on risk', () =>
    expectOnlyFor(api, (auth) => list(auth), ['owner', 'units', 'tracer']));
});

describe('the record', () => {
  test('keeps what was replaced, and says when', async () => {
    const first = await set(wish('350526', 'sporadic', { from: day(-7) }));
    api.clock.advance(1_000);
    const second = await set(wish('350526', 'cluster', { until: day(5) }));
    const { items, name } = regionHistory.parse((await history(approver.auth, '350526').expect(200)).body);

    expect(name).toBe('福建省泉州市德化县');
    const told = items.map(({ level, from, until, recordedUntil, changeId }) => [
      level,
      from,
      until,
      recordedUntil === null,
      changeId === first ? 'first' : changeId === second && 'second',
    ]);
    expect(told).toEqual([
      ['sporadic', day(5), null, true, 'first'],
      ['cluster', today(), day(5), true, 'second'],
      ['sporadic', day(-7), today(), true, 'first'],
      ['sporadic', day(-7), null, false, 'first'],
    ]);
    expect(items.at(-1)?.recordedUntil).toBe(items[0]?.recordedFrom);
  });

  test('of what was never set is empty, of what is no division not there', async () => {
    expect((await history(approver.auth, '350525').expect(200)).body.items).toEqual([]);
    for (const unknown of ['359999', 'x', '350525003001']) {
      await history(approver.auth, unknown).expect(404);
    }
  });

  test('is for who works on risk', () =>
    expectOnlyFor(api, (auth) => history(auth, '350526'), ['owner', 'units', 'tracer']));

  test('keeps the house from starting without a level that was set', async () => {
    await refuseUnknownLevels(api.services);
    await buildRegionLevel(api.services, {
      division: '350128',
      level: 'purple',
      fromDay: '2020-01-01',
      untilDay: '2020-01-02',
    });
    await expect(refuseUnknownLevels(api.services)).rejects.toThrow('purple');
    await RegionPeriod.destroy({ where: { division: '350128' } });
  });
});
