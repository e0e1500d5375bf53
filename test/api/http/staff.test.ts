import { staffCreated, staffMember } from '@anxing/contract/units';

import { Staff } from '../../../api/src/models/staff';
import { verifyPassword } from '../../../api/src/privacy/passwords';
import { auditEvents } from '../../support/api/auditEvents';
import { buildPoint } from '../../support/api/factories/buildPoint';
import { buildStaff } from '../../support/api/factories/buildStaff';
import { signedInStaff, type Auth } from '../../support/api/factories/signedIn';
import { inventName, inventPhone } from '../../support/api/invented';
import { codeOf, expectOnlyFor, faultsOf } from '../../support/api/refusals';
import { startApi, type TestApi } from '../../support/api/testApi';

let api: TestApi;

beforeAll(async () => {
  api = await startApi();
});

afterAll(() => api.close());

const path = '/api/v1/unit/staff';

function list(auth: Auth, query: object = {}) {
  return api.request.get(path).set(auth).query(query);
}

function add(auth: Auth, body: object) {
  return api.request.post(path).set(auth).send(body);
}

function somebody(more: object = {}) {
  return { name: inventName(), phone: inventPhone(), roles: ['guard'], ...more };
}

describe('opening a sub-account', () => {
  test('the password is random, told once, and must be changed', async () => {
    const { auth, unit } = await signedInStaff(api.services);
    const point = await buildPoint(api.services, { unit });
    const wanted = somebody({ pointIds: [point.id] });
    const { body } = await add(auth, wanted).expect(201);

    expect(staffCreated.parse(body)).toEqual(body);
    expect(body.staff).toMatchObject({
      name: wanted.name,
      phone: `${wanted.phone.slice(0, 3)}****${wanted.phone.slice(-4)}`,
      roles: ['guard'],
      pointIds: [point.id],
      active: true,
      mustChangePassword: true,
      lastSignInAt: null,
    });
    expect(body.activation.phone).toBe(wanted.phone);
    const stored = await Staff.findByPk(body.staff.id);
    expect(await verifyPassword(body.activation.password, stored?.passwordHash ?? '')).toBe(true);
    expect(JSON.stringify(stored)).not.toContain(wanted.name);
    expect(await auditEvents(api.services, body.staff.id)).toMatchObject([{ action: 'staff.create' }]);
  });

  test('points are for guards; others have none', async () => {
    const { auth, unit } = await signedInStaff(api.services);
    const point = await buildPoint(api.services, { unit });
    const { body } = await add(auth, somebody({ roles: ['viewer'], pointIds: [point.id] })).expect(201);
    expect(body.staff).toMatchObject({ roles: ['viewer'], pointIds: [] });
  });

  test('every wrong field is named and nothing is stored', async () => {
    const { auth, unit } = await signedInStaff(api.services);
    const before = await Staff.count({ where: { unitId: unit.id } });
    const response = await add(auth, { name: '', phone: '12', roles: ['owner'], pointIds: ['x'], y: 1 });
    expect(response.status).toBe(400);
    expect(Object.keys(faultsOf(response))).toEqual(['name', 'phone', 'pointIds.0', 'roles.0', 'y']);
    expect(Object.keys(faultsOf(await add(auth, {}).expect(400)))).toEqual(['name', 'phone', 'roles']);
    expect(await Staff.count({ where: { unitId: unit.id } })).toBe(before);
  });

  test('the operator’s roles and the owner’s are not given away here', async () => {
    const { auth } = await signedInStaff(api.services, { roles: ['owner'] });
    for (const role of ['owner', 'units', 'auditor']) {
      expect(faultsOf(await add(auth, somebody({ roles: [role] })).expect(400))).toEqual({
        'roles.0': 'Not one of the choices',
      });
    }
  });

  test('each point that the unit does not have is named', async () => {
    const { auth, unit } = await signedInStaff(api.services);
    const [own, foreign] = [await buildPoint(api.services, { unit }), await buildPoint(api.services)];
    const wanted = somebody({ pointIds: [own.id, foreign.id] });
    expect(faultsOf(await add(auth, wanted).expect(400))).toEqual({ 'pointIds.1': 'No such point' });
    await add(auth, { ...wanted, pointIds: [own.id] }).expect(201);
  });

  test('a phone is one account in whatever unit, also when two ask at once', async () => {
    const [one, other] = [await signedInStaff(api.services), await signedInStaff(api.services)];
    expect(codeOf(await add(one.auth, somebody({ phone: other.phone })).expect(409))).toBe('phone_taken');
    const phone = inventPhone();
    const answers = await Promise.all([
      add(one.auth, somebody({ phone })),
      add(other.auth, somebody({ phone })),
    ]);
    expect(answers.map(({ status }) => status).sort()).toEqual([201, 409]);
  });

  test('only who manages staff', () =>
    expectOnlyFor(api, (auth) => add(auth, {}), ['guard', 'viewer', 'clerk']));
});

describe('the list', () => {
  test('pages by key, newest first, stable while people are added; the look is audited', async () => {
    const { auth, unit, staff } = await signedInStaff(api.services);
    const members = [staff];
    for (let i = 0; i < 4; i += 1) {
      members.push((await buildStaff(api.services, { unit, roles: ['viewer'] })).staff);
    }
    await buildStaff(api.services);
    const ids = members.map(({ id }) => id).reverse();
    const first = await list(auth, { limit: 2 }).expect(200);
    await buildStaff(api.services, { unit });
    const second = await list(auth, { limit: 2, cursor: first.body.next }).expect(200);
    const third = await list(auth, { limit: 2, cursor: second.body.next }).expect(200);

    const seen = [first, second, third].flatMap(({ body }) => body.items as { id: string }[]);
    expect(seen.map(({ id }) => id).sort()).toEqual([...ids].sort());
    expect(third.body.next).toBeNull();
    expect(staffMember.parse(first.body.items[0])).toEqual(first.body.items[0]);
    const events = await auditEvents(api.services, unit.id);
    expect(events.filter(({ action }) => action === 'staff.list')).toHaveLength(3);
  });

  test('wrong questions are refused', async () => {
    const { auth } = await signedInStaff(api.services);
    const response = await list(auth, { limit: 1000, x: 1 }).expect(400);
    expect(Object.keys(faultsOf(response))).toEqual(['limit', 'x']);
    expect(faultsOf(await list(auth, { cursor: 'garbage' }).expect(400))).toEqual({
      cursor: 'Unknown page position',
    });
  });

  test('only who manages staff', () =>
    expectOnlyFor(api, (auth) => list(auth), ['guard', 'viewer', 'clerk']));
});
