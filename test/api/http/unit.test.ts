import { ownUnit } from '@anxing/contract/units';

import { buildPerson } from '../../support/api/factories/buildPerson';
import { buildPoint } from '../../support/api/factories/buildPoint';
import { signedInStaff, type Auth } from '../../support/api/factories/signedIn';
import { signIn } from '../../support/api/factories/signIn';
import { codeOf } from '../../support/api/refusals';
import { startApi, type TestApi } from '../../support/api/testApi';

let api: TestApi;

beforeAll(async () => {
  api = await startApi();
});

afterAll(() => api.close());

function get(auth: Auth, query: object = {}) {
  return api.request.get('/api/v1/unit').set(auth).query(query);
}

test('a manager sees his unit, himself and what he may do', async () => {
  const { auth, unit, staff, name, phone } = await signedInStaff(api.services);
  await buildPoint(api.services, { unit });
  await buildPoint(api.services);
  const { body } = await get(auth).expect(200);

  expect(ownUnit.parse(body)).toEqual(body);
  expect(body.unit).toMatchObject({ id: unit.id, name: unit.name, active: true, points: 1 });
  expect(body.staff).toEqual({
    id: staff.id,
    name,
    phone: `${phone.slice(0, 3)}****${phone.slice(-4)}`,
    roles: ['manager'],
    mustChangePassword: false,
  });
  expect(body.abilities).toMatchObject({ managePoints: true, manageStaff: true, manageUnits: false });
});

test('abilities follow the roles', async () => {
  const abilitiesOf = async (roles: ('guard' | 'viewer' | 'clerk' | 'units')[]) => {
    const { auth } = await signedInStaff(api.services, { roles });
    const { body } = await get(auth).expect(200);
    const abilities = Object.entries(body.abilities as Record<string, boolean>);

    return abilities.filter(([, may]) => may).map(([ability]) => ability);
  };

  expect(await abilitiesOf(['guard'])).toEqual(['readFlow', 'manageFlow', 'checkPeople']);
  expect(await abilitiesOf(['viewer'])).toEqual(['readPassages', 'readFlow']);
  expect(await abilitiesOf(['clerk'])).toEqual(['proposeOverrides']);
  expect(await abilitiesOf(['units'])).toEqual(['manageUnits', 'approveDevices']);
});

test('whoever still has the initial password is told so', async () => {
  const { auth } = await signedInStaff(api.services, { mustChangePassword: true });
  const { body } = await get(auth).expect(200);
  expect(body.staff.mustChangePassword).toBe(true);
});

test('nobody and residents have no unit', async () => {
  expect(codeOf(await get({}).expect(401))).toBe('not_signed_in');
  const resident = await signIn(api.services, await buildPerson(api.services));
  expect(codeOf(await get(resident).expect(403))).toBe('forbidden');
});
