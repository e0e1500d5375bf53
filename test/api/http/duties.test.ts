import { duty as dutySchema } from '@anxing/contract/duties';

import { Duty } from '../../../api/src/models/duty';
import { auditEvents } from '../../support/api/auditEvents';
import { buildFact } from '../../support/api/factories/buildFact';
import { buildPerson } from '../../support/api/factories/buildPerson';
import { buildPoint } from '../../support/api/factories/buildPoint';
import { signedInStaff, type Auth } from '../../support/api/factories/signedIn';
import { verifiedStaff } from '../../support/api/factories/verifiedStaff';
import { codeOf, expectOnlyFor, faultsOf } from '../../support/api/refusals';
import { startApi, type TestApi } from '../../support/api/testApi';

let api: TestApi;

beforeAll(async () => {
  api = await startApi();
});

afterAll(() => api.close());

const path = '/api/v1/unit/duties';

function start(auth: Auth, body: object) {
  return api.request.post(path).set(auth).send(body);
}

function show(auth: Auth) {
  return api.request.get(`${path}/current`).set(auth);
}

function end(auth: Auth) {
  return api.request.delete(`${path}/current`).set(auth);
}

async function guarded() {
  const point = await buildPoint(api.services);
  const unit = { id: point.unitId } as never;
  const guard = await verifiedStaff(api.services, { unit, roles: ['guard'], points: [point] });

  return { ...guard, unit, point };
}

test('on, seen, and off', async () => {
  const { auth, staff, point } = await guarded();
  expect((await show(auth).expect(200)).body).toEqual({ duty: null, endedBy: null });
  const { body } = await start(auth, { pointId: point.id, place: '东门岗亭' }).expect(201);

  expect(dutySchema.parse(body)).toEqual(body);
  expect(body.place).toBe('东门岗亭');
  expect(body.point).toEqual({ id: point.id, name: point.name, address: point.address });
  expect((await show(auth).expect(200)).body).toEqual({ duty: body, endedBy: null });
  await end(auth).expect(204);
  expect((await show(auth).expect(200)).body).toEqual({ duty: null, endedBy: null });
  await end(auth).expect(204);
  const actions = (await auditEvents(api.services, body.id)).map(({ action, actor }) => `${action} ${actor}`);
  expect(actions).toEqual([`duties.create staff:${staff.id}`, `duties.update staff:${staff.id}`]);
});

test('nobody stands in two places, also when signing on twice at once', async () => {
  const { auth, staff, unit } = await verifiedStaff(api.services);
  const points = [await buildPoint(api.services, { unit }), await buildPoint(api.services, { unit })];
  const answers = await Promise.all([...points, ...points].map(({ id }) => start(auth, { pointId: id })));
  expect(answers.map(({ status }) => status)).toEqual([201, 201, 201, 201]);
  expect(await Duty.count({ where: { staffId: staff.id, until: null } })).toBe(1);
  expect(await Duty.count({ where: { staffId: staff.id } })).toBe(4);
});

test('a guard stands where he may, a manager anywhere in the unit', async () => {
  const { auth, unit, point } = await guarded();
  const other = await buildPoint(api.services, { unit });
  const foreign = await buildPoint(api.services);
  const manager = await verifiedStaff(api.services, { unit });
  const wrong = { pointId: 'No such point' };

  expect(faultsOf(await start(auth, { pointId: other.id }).expect(400))).toEqual(wrong);
  expect(faultsOf(await start(auth, { pointId: foreign.id }).expect(400))).toEqual(wrong);
  expect(faultsOf(await start(manager.auth, { pointId: foreign.id }).expect(400))).toEqual(wrong);
  await start(auth, { pointId: point.id }).expect(201);
  await start(manager.auth, { pointId: other.id }).expect(201);
});

describe('only with the clear colour', () => {
  test('who is not verified under the work phone, or has claimed no code, is told so', async () => {
    const point = await buildPoint(api.services);
    const unit = { id: point.unitId } as never;
    const nobody = await signedInStaff(api.services, { unit });
    const unclaimed = await buildPerson(api.services, { claimed: false });
    const without = await verifiedStaff(api.services, { unit, person: unclaimed });
    for (const { auth } of [nobody, without]) {
      expect(codeOf(await start(auth, { pointId: point.id }).expect(403))).toBe('duty_unverified');
    }
  });

  test('who is orange does not go on duty, until he is green again', async () => {
    const { auth, person, point } = await guarded();
    await buildFact(api.services, person.idNumber);
    expect(codeOf(await start(auth, { pointId: point.id }).expect(403))).toBe('duty_colour');
    await buildFact(api.services, person.idNumber, { kind: 'lift.fever', source: 'override' });
    await start(auth, { pointId: point.id }).expect(201);
  });

  test('a province may do without', async () => {
    const { policy } = api.services.config;
    const point = await buildPoint(api.services);
    const { auth } = await signedInStaff(api.services, { unit: { id: point.unitId } as never });
    policy.dutyNeedsClear = false;
    await start(auth, { pointId: point.id }).expect(201);
    policy.dutyNeedsClear = true;
  });
});

test('no duty at a closed point', async () => {
  const { auth, unit } = await verifiedStaff(api.services);
  const closed = await buildPoint(api.services, { unit, values: { active: false } });
  expect(codeOf(await start(auth, { pointId: closed.id }).expect(409))).toBe('point_closed');
});

test('wrong fields are named', async () => {
  const { auth } = await guarded();
  const response = await start(auth, { pointId: 'x', place: ' ', since: 1 }).expect(400);
  expect(Object.keys(faultsOf(response))).toEqual(['place', 'pointId', 'since']);
});

test('only who checks people', async () => {
  const { point } = await guarded();
  await expectOnlyFor(api, (auth) => start(auth, { pointId: point.id }), ['viewer', 'clerk']);
  await expectOnlyFor(api, show, ['viewer', 'clerk']);
  await expectOnlyFor(api, end, ['viewer', 'clerk']);
});
