import { creditCodeCheck } from '@anxing/contract/creditCode';
import { unit as unitSchema, unitCreated } from '@anxing/contract/units';

import { Staff } from '../../../api/src/models/staff';
import { Unit } from '../../../api/src/models/unit';
import { verifyPassword } from '../../../api/src/privacy/passwords';
import { auditEvents } from '../../support/api/auditEvents';
import { buildStaff } from '../../support/api/factories/buildStaff';
import { buildUnit } from '../../support/api/factories/buildUnit';
import { signedInStaff, type Auth } from '../../support/api/factories/signedIn';
import { inventCreditCode, inventName, inventPhone } from '../../support/api/invented';
import { codeOf, expectOnlyFor, faultsOf } from '../../support/api/refusals';
import { startApi, type TestApi } from '../../support/api/testApi';

let api: TestApi;
let operator: Awaited<ReturnType<typeof signedInStaff>>;

beforeAll(async () => {
  api = await startApi();
  const unit = await buildUnit(api.services, { kind: 'operator', name: '示例运营中心' });
  operator = await signedInStaff(api.services, { unit, roles: ['units'] });
});

afterAll(() => api.close());

const path = '/api/v1/operator/units';
const outsiders = ['owner', 'manager', 'guard', 'auditor', 'approver'] as const;

function list(auth: Auth, query: object = {}) {
  return api.request.get(path).set(auth).query(query);
}

function create(auth: Auth, body: object) {
  return api.request.post(path).set(auth).send(body);
}

function change(auth: Auth, id: string, body: object) {
  return api.request.patch(`${path}/${id}`).set(auth).send(body);
}

function resetOwner(auth: Auth, id: string) {
  return api.request.post(`${path}/${id}/reset-owner`).set(auth);
}

function hospital(more: object = {}) {
  return {
    name: '示例市第一医院',
    kind: 'hospital',
    creditCode: inventCreditCode(),
    division: '350102',
    category: 'medical',
    owner: { name: inventName(), phone: inventPhone() },
    ...more,
  };
}

/** Right in form, wrong in its last character. */
function failingCode(): string {
  const code = inventCreditCode();
  const right = creditCodeCheck(code.slice(0, 17));

  return code.slice(0, 17) + (right === '0' ? '1' : '0');
}

describe('opening a unit', () => {
  test('its owner activates it with a one-time password', async () => {
    const wanted = hospital();
    const { body } = await create(operator.auth, wanted).expect(201);

    expect(unitCreated.parse(body)).toEqual(body);
    const { owner, ...fields } = wanted;
    expect(body.unit).toMatchObject({ ...fields, active: true, points: 0 });
    expect(body.activation.phone).toBe(owner.phone);
    const staff = await Staff.findOne({ where: { unitId: body.unit.id } });
    expect(staff?.roles).toBe('owner');
    expect(Boolean(staff?.mustChangePassword)).toBe(true);
    expect(await verifyPassword(body.activation.password, staff?.passwordHash ?? '')).toBe(true);
    expect(await auditEvents(api.services, body.unit.id)).toMatchObject([
      { action: 'units.create', actor: `staff:${operator.staff.id}` },
    ]);
  });

  test('a credit code whose check fails needs a second look', async () => {
    const wanted = hospital({ creditCode: failingCode() });
    const response = await create(operator.auth, wanted).expect(400);
    expect(faultsOf(response)).toEqual({
      creditCode: 'The check character fails; confirm it if the code is right',
    });
    await create(operator.auth, { ...wanted, creditCodeConfirmed: true }).expect(201);
  });

  test('a known credit code conflicts, a known phone is taken, and neither leaves anything behind', async () => {
    const first = hospital();
    await create(operator.auth, first).expect(201);
    const sameCode = hospital({ creditCode: first.creditCode.toLowerCase() });
    expect(codeOf(await create(operator.auth, sameCode).expect(409))).toBe('conflict');
    const samePhone = hospital({ owner: { name: inventName(), phone: first.owner.phone } });
    expect(codeOf(await create(operator.auth, samePhone).expect(409))).toBe('phone_taken');
    expect(await Unit.count({ where: { creditCode: samePhone.creditCode } })).toBe(0);
  });

  test('every wrong field is named', async () => {
    const shapes = await create(operator.auth, {
      name: '',
      kind: 'operator',
      creditCode: '123',
      division: 'x',
      category: 7,
      owner: { name: '！', phone: '1', roles: [] },
      active: true,
    }).expect(400);
    expect(Object.keys(faultsOf(shapes))).toEqual([
      'active',
      'category',
      'creditCode',
      'division',
      'kind',
      'name',
      'owner.name',
      'owner.phone',
      'owner.roles',
    ]);
    const meanings = await create(
      operator.auth,
      hospital({ name: '医院🏥', division: '990000', category: 'moon', creditCode: failingCode() }),
    ).expect(400);
    expect(Object.keys(faultsOf(meanings))).toEqual(['category', 'creditCode', 'division', 'name']);
  });

  test('only the operator', () => expectOnlyFor(api, (auth) => create(auth, hospital()), [...outsiders]));
});

describe('the list', () => {
  test('finds by name, credit code and kind, newest first, page by page', async () => {
    const word = `单位${inventCreditCode().slice(10)}`;
    const made = [];
    for (const kind of ['school', 'hospital', 'school'] as const) {
      made.push(await buildUnit(api.services, { name: `${word}Ab${made.length}`, kind }));
    }
    const idsOf = async (query: object) =>
      (await list(operator.auth, query).expect(200)).body.items.map(
        ({ id }: { id: string }) => id,
      ) as string[];
    const [first, second, third] = made.map(({ id }) => id);

    expect((await idsOf({ q: `${word}ab` })).sort()).toEqual(made.map(({ id }) => id).sort());
    expect((await idsOf({ q: word, kind: 'school' })).sort()).toEqual([first, third].sort());
    expect(await idsOf({ q: made[1]?.creditCode.toLowerCase() })).toEqual([second]);
    const page = await list(operator.auth, { q: word, limit: 2 }).expect(200);
    await buildUnit(api.services, { name: word });
    const rest = await list(operator.auth, { q: word, limit: 2, cursor: page.body.next }).expect(200);
    const seen = [...page.body.items, ...rest.body.items] as { id: string }[];
    expect(seen.map(({ id }) => id).sort()).toEqual([first, second, third].sort());
    expect(unitSchema.parse(page.body.items[0])).toEqual(page.body.items[0]);
  });

  test('wrong questions are named', async () => {
    const response = await list(operator.auth, { kind: 'shop', limit: 'all', sort: 'name' }).expect(400);
    expect(Object.keys(faultsOf(response))).toEqual(['kind', 'limit', 'sort']);
    expect(Object.keys(faultsOf(await list(operator.auth, { cursor: 'x' }).expect(400)))).toEqual(['cursor']);
  });

  test('only the operator', () => expectOnlyFor(api, (auth) => list(auth), [...outsiders]));
});

describe('changing', () => {
  test('a suspended unit has nobody signed in, until it is resumed', async () => {
    const manager = await signedInStaff(api.services);
    const { body } = await change(operator.auth, manager.unit.id, { active: false }).expect(200);
    expect(body.active).toBe(false);
    await api.request.get('/api/v1/unit').set(manager.auth).expect(401);
    await change(operator.auth, manager.unit.id, { active: true }).expect(200);
    await api.request.get('/api/v1/unit').set(manager.auth).expect(401);
  });

  test('name, division and category', async () => {
    const unit = await buildUnit(api.services);
    const changes = { name: '改名单位', division: '350103', category: 'office' };
    const { body } = await change(operator.auth, unit.id, changes).expect(200);
    expect(body).toMatchObject({ ...changes, creditCode: unit.creditCode, kind: unit.kind });
  });

  test('the operator does not lock himself out', async () => {
    expect(codeOf(await change(operator.auth, operator.unit.id, { active: false }).expect(403))).toBe(
      'forbidden',
    );
    await change(operator.auth, operator.unit.id, { name: '示例运营中心二', active: true }).expect(200);
    await list(operator.auth).expect(200);
  });

  test('wrong fields are named, unknown units are not there', async () => {
    const unit = await buildUnit(api.services);
    const shapes = await change(operator.auth, unit.id, { name: 1, kind: 'school', active: 'no' }).expect(
      400,
    );
    expect(Object.keys(faultsOf(shapes))).toEqual(['active', 'kind', 'name']);
    const meanings = await change(operator.auth, unit.id, { name: '😀', division: '000000', category: 'x' });
    expect(Object.keys(faultsOf(meanings))).toEqual(['category', 'division', 'name']);
    await change(operator.auth, '018f0000-0000-7000-8000-000000000000', {}).expect(404);
    await change(operator.auth, 'x', {}).expect(404);
  });

  test('only the operator', async () => {
    const unit = await buildUnit(api.services);
    await expectOnlyFor(api, (auth) => change(auth, unit.id, {}), [...outsiders]);
  });
});

describe('resetting the owner', () => {
  test('a new one-time password, and the old sessions end', async () => {
    const owner = await signedInStaff(api.services, { roles: ['owner'] });
    const manager = await signedInStaff(api.services, { unit: owner.unit });
    const { body } = await resetOwner(operator.auth, owner.unit.id).expect(200);

    expect(body.phone).toBe(owner.phone);
    const stored = await Staff.findByPk(owner.staff.id);
    expect(await verifyPassword(body.password, stored?.passwordHash ?? '')).toBe(true);
    await api.request.get('/api/v1/unit').set(owner.auth).expect(401);
    await api.request.get('/api/v1/unit').set(manager.auth).expect(200);
  });

  test('a unit without an owner has nobody to reset', async () => {
    const { unit } = await buildStaff(api.services);
    await resetOwner(operator.auth, unit.id).expect(404);
    await resetOwner(operator.auth, '018f0000-0000-7000-8000-000000000000').expect(404);
  });

  test('only the operator', async () => {
    const { unit } = await buildStaff(api.services, { roles: ['owner'] });
    await expectOnlyFor(api, (auth) => resetOwner(auth, unit.id), [...outsiders]);
  });
});
