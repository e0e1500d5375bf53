import { randomUUID } from 'node:crypto';

import { flowWarning, noticeChoices } from '@anxing/contract/flow';

import { judgeWarnings } from '../../../api/src/jobs/judgeWarnings';
import { FlowWarning } from '../../../api/src/models/flowWarning';
import { Message } from '../../../api/src/models/message';
import type { Point } from '../../../api/src/models/point';
import { auditEvents } from '../../support/api/auditEvents';
import { buildCrowd } from '../../support/api/factories/buildCrowd';
import { buildPoint } from '../../support/api/factories/buildPoint';
import { signedInStaff, type Auth } from '../../support/api/factories/signedIn';
import { codeOf, expectOnlyFor, faultsOf } from '../../support/api/refusals';
import { startApi, type TestApi } from '../../support/api/testApi';

const listPath = '/api/v1/unit/flow/warnings';
let api: TestApi;

beforeAll(async () => {
  api = await startApi();
});

afterEach(() => api.clock.reset());

afterAll(() => api.close());

function get(auth: Auth, query: object = {}) {
  return api.request.get(listPath).set(auth).query(query);
}

function acknowledge(auth: Auth, id: string, body: object = {}) {
  return api.request.post(`${listPath}/${id}/acknowledge`).set(auth).send(body);
}

async function raiseAt(point: Point): Promise<FlowWarning> {
  await buildCrowd(api.services, point, 2);
  await judgeWarnings(api.services, point.unitId, [point.id]);
  const [warning] = await FlowWarning.findAll({ where: { pointId: point.id }, order: [['id', 'DESC']] });
  if (!warning) {
    throw new Error('no warning was raised');
  }

  return warning;
}

async function unitWithWarning() {
  const manager = await signedInStaff(api.services);
  const point = await buildPoint(api.services, { unit: manager.unit, values: { warningLine: 2 } });

  return { ...manager, point, warning: await raiseAt(point) };
}

describe('the list', () => {
  test('newest first, page by page, with what belongs to each', async () => {
    const { auth, unit, point, warning } = await unitWithWarning();
    const other = await buildPoint(api.services, { unit, values: { warningLine: 2, capacity: 2 } });
    await raiseAt(other);
    const first = (await get(auth, { limit: 2 }).expect(200)).body;
    const second = (await get(auth, { limit: 2, cursor: first.next }).expect(200)).body;
    expect(first.items.map((item: { pointName: string }) => item.pointName)).toEqual([
      other.name,
      other.name,
    ]);
    expect(second).toMatchObject({ items: [{ id: warning.id, pointName: point.name }], next: null });
    second.items.forEach((item: unknown) => expect(flowWarning.parse(item)).toEqual(item));
  });

  test('by point, level and day', async () => {
    const { auth, unit, point, warning } = await unitWithWarning();
    const full = await raiseAt(await buildPoint(api.services, { unit, values: { capacity: 2 } }));
    const ids = async (query: object) =>
      (await get(auth, query).expect(200)).body.items.map((item: { id: string }) => item.id);
    expect(await ids({ pointId: point.id })).toEqual([warning.id]);
    expect(await ids({ level: 'full' })).toEqual([full.id]);
    expect(await ids({ to: '2020-01-01' })).toEqual([]);
    expect(await ids({ from: '2020-01-01', to: '2900-01-01' })).toEqual([full.id, warning.id]);
    expect(await ids({ from: '2900-01-01' })).toEqual([]);
  });

  test('bad input is named', async () => {
    const { auth } = await signedInStaff(api.services);
    const wrong = { pointId: 'x', level: 'high', from: '2026-02-30', limit: 0, colour: 'red' };
    expect(Object.keys(faultsOf(await get(auth, wrong).expect(400)))).toEqual([
      'colour',
      'from',
      'level',
      'limit',
      'pointId',
    ]);
    const range = { from: '2026-03-02', to: '2026-03-01' };
    expect(faultsOf(await get(auth, range).expect(400))).toEqual({ to: 'The range ends before it begins' });
    expect(Object.keys(faultsOf(await get(auth, { cursor: 'x' }).expect(400)))).toEqual(['cursor']);
  });

  test('a guard sees those of his points, another unit none', async () => {
    const { unit, point, warning } = await unitWithWarning();
    const [inside, outside] = [
      await signedInStaff(api.services, { unit, roles: ['guard'], points: [point] }),
      await signedInStaff(api.services, { unit, roles: ['guard'] }),
    ];
    const stranger = await signedInStaff(api.services);
    expect((await get(inside.auth).expect(200)).body.items).toMatchObject([{ id: warning.id }]);
    for (const { auth } of [outside, stranger]) {
      expect((await get(auth).expect(200)).body.items).toEqual([]);
      const { body } = await api.request.get('/api/v1/unit/flow').set(auth).expect(200);
      expect(body.warnings).toEqual([]);
    }
  });

  test('only who reads the flow', async () => {
    await expectOnlyFor(api, (auth) => get(auth), ['clerk']);
  });
});

describe('seeing to a warning', () => {
  test('the first one who says so is written down, with what he says', async () => {
    const { auth, unit, name, staff, warning } = await unitWithWarning();
    const colleague = await signedInStaff(api.services, { unit });
    const { body } = await acknowledge(auth, warning.id, { note: '已增派人员' }).expect(200);
    expect(body).toMatchObject({
      id: warning.id,
      acknowledgedAt: expect.any(Number),
      acknowledgedBy: name,
      note: '已增派人员',
      clearedAt: null,
    });
    expect((await acknowledge(colleague.auth, warning.id, { note: '我来' }).expect(200)).body).toEqual(body);
    expect((await auditEvents(api.services, warning.id)).at(-1)).toMatchObject({
      actor: expect.stringContaining(staff.id),
      action: 'flow_warnings.update',
      details: { fields: ['acknowledgedAt', 'acknowledgedBy', 'remark'] },
    });
  });

  test('a note that is too long is named', async () => {
    const { auth, warning } = await unitWithWarning();
    const wrong = { note: '长'.repeat(201), seen: true };
    expect(Object.keys(faultsOf(await acknowledge(auth, warning.id, wrong).expect(400)))).toEqual([
      'note',
      'seen',
    ]);
  });

  test('another unit’s warning, one of a point out of sight, and one that is not there', async () => {
    const { unit, warning } = await unitWithWarning();
    const stranger = await signedInStaff(api.services);
    const guard = await signedInStaff(api.services, { unit, roles: ['guard'] });
    for (const { auth } of [stranger, guard]) {
      expect(codeOf(await acknowledge(auth, warning.id).expect(404))).toBe('not_found');
    }
    await acknowledge(stranger.auth, randomUUID()).expect(404);
  });

  test('only who acts on the flow', async () => {
    const { warning } = await unitWithWarning();
    await expectOnlyFor(api, (auth) => acknowledge(auth, warning.id), ['viewer', 'clerk']);
  });
});

describe('who is told', () => {
  const noticesOf = (auth: Auth, id: string) =>
    api.request.get(`/api/v1/unit/points/${id}/notices`).set(auth);
  const choose = (auth: Auth, id: string, staffIds: unknown) =>
    api.request.put(`/api/v1/unit/points/${id}/notices`).set(auth).send({ staffIds });
  const told = async (ids: string[]) =>
    (await Message.findAll({ where: { staffId: ids } })).map(({ staffId }) => staffId).sort();

  async function team() {
    const owner = await signedInStaff(api.services, { roles: ['owner'] });
    const { unit } = owner;
    const [manager, guard] = [
      await signedInStaff(api.services, { unit }),
      await signedInStaff(api.services, { unit, roles: ['guard'] }),
    ];
    const point = await buildPoint(api.services, { unit, values: { warningLine: 2 } });
    const ids = [owner, manager, guard].map(({ staff }) => staff.id);

    return { owner, manager, guard, point, ids };
  }

  test('the managers, unless somebody is chosen', async () => {
    const { owner, manager, guard, point, ids } = await team();
    const { body } = await noticesOf(owner.auth, point.id).expect(200);
    expect(noticeChoices.parse(body)).toEqual(body);
    expect(body).toEqual({
      staffIds: null,
      choices: [owner, manager, guard].map(({ staff, name }) => ({ id: staff.id, name })),
    });
    await raiseAt(point);
    expect(await told(ids)).toEqual([owner.staff.id, manager.staff.id].sort());
  });

  test('whoever is chosen, once', async () => {
    const { owner, guard, point, ids } = await team();
    await choose(owner.auth, point.id, [guard.staff.id, guard.staff.id]).expect(204);
    expect((await noticesOf(owner.auth, point.id).expect(200)).body.staffIds).toEqual([guard.staff.id]);
    await raiseAt(point);
    expect(await told(ids)).toEqual([guard.staff.id]);
  });

  test('nobody, when nobody is chosen on purpose; the managers again after null', async () => {
    const { owner, point, ids } = await team();
    await choose(owner.auth, point.id, []).expect(204);
    await raiseAt(point);
    expect(await told(ids)).toEqual([]);
    await choose(owner.auth, point.id, null).expect(204);
    await choose(owner.auth, point.id, null).expect(204);
    expect((await noticesOf(owner.auth, point.id).expect(200)).body.staffIds).toBeNull();
  });

  test('the managers, when whoever was chosen has left', async () => {
    const { owner, manager, guard, point, ids } = await team();
    await choose(owner.auth, point.id, [guard.staff.id]).expect(204);
    const path = `/api/v1/unit/staff/${guard.staff.id}`;
    await api.request.patch(path).set(owner.auth).send({ active: false }).expect(200);
    await raiseAt(point);
    expect(await told(ids)).toEqual([owner.staff.id, manager.staff.id].sort());
  });

  test('strangers and nonsense are named', async () => {
    const { owner, guard, point } = await team();
    const stranger = await signedInStaff(api.services);
    const wrong = [guard.staff.id, stranger.staff.id, randomUUID()];
    expect(Object.keys(faultsOf(await choose(owner.auth, point.id, wrong).expect(400)))).toEqual([
      'staffIds.1',
      'staffIds.2',
    ]);
    expect(Object.keys(faultsOf(await choose(owner.auth, point.id, 'all').expect(400)))).toEqual([
      'staffIds',
    ]);
    await choose(stranger.auth, point.id, []).expect(404);
    await noticesOf(stranger.auth, point.id).expect(404);
  });

  test('only who manages points', async () => {
    const { point } = await team();
    await expectOnlyFor(api, (auth) => noticesOf(auth, point.id), ['viewer', 'guard', 'clerk']);
    await expectOnlyFor(api, (auth) => choose(auth, point.id, []), ['viewer', 'guard', 'clerk']);
  });
});
