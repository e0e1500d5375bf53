import { Duty } from '../../../api/src/models/duty';
import { Grant } from '../../../api/src/models/grant';
import { Staff } from '../../../api/src/models/staff';
import { verifyPassword } from '../../../api/src/privacy/passwords';
import { auditEvents } from '../../support/api/auditEvents';
import { buildPoint } from '../../support/api/factories/buildPoint';
import { buildStaff } from '../../support/api/factories/buildStaff';
import { signedInStaff, type Auth } from '../../support/api/factories/signedIn';
import { verifiedStaff } from '../../support/api/factories/verifiedStaff';
import { signIn } from '../../support/api/factories/signIn';
import { inventName } from '../../support/api/invented';
import { codeOf, expectOnlyFor, faultsOf } from '../../support/api/refusals';
import { startApi, type TestApi } from '../../support/api/testApi';

let api: TestApi;

beforeAll(async () => {
  api = await startApi();
});

afterAll(() => api.close());

const path = '/api/v1/unit/staff';

function change(auth: Auth, id: string, body: object) {
  return api.request.patch(`${path}/${id}`).set(auth).send(body);
}

function reset(auth: Auth, id: string) {
  return api.request.post(`${path}/${id}/reset`).set(auth);
}

describe('changing', () => {
  test('name, roles and points', async () => {
    const { auth, unit } = await signedInStaff(api.services);
    const [one, two] = [await buildPoint(api.services, { unit }), await buildPoint(api.services, { unit })];
    const { staff } = await buildStaff(api.services, { unit, roles: ['guard'], points: [one] });
    const name = inventName();
    const { body } = await change(auth, staff.id, { name, roles: ['viewer', 'guard'], pointIds: [two.id] });

    expect(body).toMatchObject({ id: staff.id, name, roles: ['guard', 'viewer'], pointIds: [two.id] });
    const unchanged = await change(auth, staff.id, {}).expect(200);
    expect(unchanged.body).toEqual(body);
    const [, updated] = await auditEvents(api.services, staff.id);
    expect(updated).toMatchObject({ action: 'staff.update', details: { fields: ['name', 'roles'] } });
  });

  test('who is no guard any more loses the points', async () => {
    const { auth, unit } = await signedInStaff(api.services);
    const point = await buildPoint(api.services, { unit });
    const { staff } = await buildStaff(api.services, { unit, roles: ['guard'], points: [point] });
    const { body } = await change(auth, staff.id, { roles: ['viewer'] }).expect(200);
    expect(body.pointIds).toEqual([]);
    expect(await Grant.count({ where: { staffId: staff.id } })).toBe(0);
  });

  test('disabling ends sessions and duties at once; enabling brings none back', async () => {
    const { auth, unit } = await signedInStaff(api.services);
    const point = await buildPoint(api.services, { unit });
    const guard = await verifiedStaff(api.services, { unit, roles: ['guard'], points: [point] });
    await api.request.post('/api/v1/unit/duties').set(guard.auth).send({ pointId: point.id }).expect(201);

    const { body } = await change(auth, guard.staff.id, { active: false }).expect(200);
    expect(body.active).toBe(false);
    await api.request.get('/api/v1/unit').set(guard.auth).expect(401);
    expect(await Duty.count({ where: { staffId: guard.staff.id, until: null } })).toBe(0);
    await change(auth, guard.staff.id, { active: true }).expect(200);
    await api.request.get('/api/v1/unit').set(guard.auth).expect(401);
    await api.request
      .get('/api/v1/unit')
      .set(await signIn(api.services, guard))
      .expect(200);
  });

  test('a point taken away ends the duty, an unchanged form does not', async () => {
    const { auth, unit } = await signedInStaff(api.services);
    const point = await buildPoint(api.services, { unit });
    const guard = await verifiedStaff(api.services, { unit, roles: ['guard'], points: [point] });
    await api.request.post('/api/v1/unit/duties').set(guard.auth).send({ pointId: point.id }).expect(201);
    const onDuty = () => Duty.count({ where: { staffId: guard.staff.id, until: null } });

    await change(auth, guard.staff.id, { roles: ['guard'], pointIds: [point.id], active: true }).expect(200);
    expect(await onDuty()).toBe(1);
    await change(auth, guard.staff.id, { pointIds: [] }).expect(200);
    expect(await onDuty()).toBe(0);
  });

  test('a manager does not touch the owner; an owner does', async () => {
    const manager = await signedInStaff(api.services);
    const owner = await signedInStaff(api.services, { unit: manager.unit, roles: ['owner'] });
    const { staff: second } = await buildStaff(api.services, { unit: manager.unit, roles: ['owner'] });
    for (const body of [{ active: false }, { roles: ['viewer'] }, { name: inventName() }]) {
      expect(codeOf(await change(manager.auth, owner.staff.id, body).expect(403))).toBe('forbidden');
    }
    await reset(manager.auth, owner.staff.id).expect(403);
    await change(owner.auth, second.id, { active: false }).expect(200);
  });

  test('nobody disables or demotes himself, everybody may change the own name', async () => {
    for (const role of ['manager', 'owner'] as const) {
      const { auth, staff } = await signedInStaff(api.services, { roles: [role] });
      await change(auth, staff.id, { active: false }).expect(403);
      await change(auth, staff.id, { roles: ['viewer'] }).expect(403);
      await reset(auth, staff.id).expect(403);
      await change(auth, staff.id, { name: inventName(), active: true }).expect(200);
    }
  });

  test('wrong fields and foreign points are named', async () => {
    const { auth, unit } = await signedInStaff(api.services);
    const foreign = await buildPoint(api.services);
    const { staff } = await buildStaff(api.services, { unit, roles: ['guard'] });
    const wrong = { name: 1, roles: [], pointIds: 'x', active: 'no', phone: '13800000000' };
    const response = await change(auth, staff.id, wrong).expect(400);
    expect(Object.keys(faultsOf(response))).toEqual(['active', 'name', 'phone', 'pointIds', 'roles']);
    const points = await change(auth, staff.id, { name: inventName(), pointIds: [foreign.id] }).expect(400);
    expect(faultsOf(points)).toEqual({ 'pointIds.0': 'No such point' });
    expect((await Staff.findByPk(staff.id))?.name).toBe(staff.name);
  });

  test('another unit’s staff and no staff at all look alike', async () => {
    const { auth } = await signedInStaff(api.services);
    const { staff } = await buildStaff(api.services);
    await change(auth, staff.id, { active: false }).expect(404);
    await reset(auth, staff.id).expect(404);
    await change(auth, '018f0000-0000-7000-8000-000000000000', {}).expect(404);
    await change(auth, 'x', {}).expect(404);
  });

  test('only who manages staff', async () => {
    const { staff } = await buildStaff(api.services);
    await expectOnlyFor(api, (auth) => change(auth, staff.id, {}), ['guard', 'viewer', 'clerk']);
    await expectOnlyFor(api, (auth) => reset(auth, staff.id), ['guard', 'viewer', 'clerk']);
  });
});

test('a reset gives a new one-time password, unlocks, and ends the sessions', async () => {
  const { auth, unit } = await signedInStaff(api.services);
  const guard = await signedInStaff(api.services, { unit, roles: ['guard'] });
  await api.services.database.write((tx) =>
    api.services.database.execute(
      'UPDATE staff SET failed_attempts = 5, locked_until = 9999999999999 WHERE id = ?',
      [guard.staff.id],
      tx,
    ),
  );
  const { body } = await reset(auth, guard.staff.id).expect(200);
  const stored = await Staff.findByPk(guard.staff.id);

  expect(body.phone).toBe(guard.phone);
  expect(await verifyPassword(body.password, stored?.passwordHash ?? '')).toBe(true);
  expect(await verifyPassword(guard.password, stored?.passwordHash ?? '')).toBe(false);
  expect(stored).toMatchObject({ failedAttempts: 0, lockedUntil: null });
  expect(Boolean(stored?.mustChangePassword)).toBe(true);
  await api.request.get('/api/v1/unit').set(guard.auth).expect(401);
});
