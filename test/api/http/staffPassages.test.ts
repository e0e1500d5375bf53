import { staffMember } from '@anxing/contract/units';

import { auditEvents } from '../../support/api/auditEvents';
import { buildPassage } from '../../support/api/factories/buildPassage';
import { buildPoint } from '../../support/api/factories/buildPoint';
import { buildStaff } from '../../support/api/factories/buildStaff';
import { signedInStaff, type Auth } from '../../support/api/factories/signedIn';
import { expectOnlyFor, faultsOf } from '../../support/api/refusals';
import { startApi, type TestApi } from '../../support/api/testApi';

let api: TestApi;

beforeAll(async () => {
  api = await startApi();
});

afterAll(() => api.close());

function show(auth: Auth, id: string) {
  return api.request.get(`/api/v1/unit/staff/${id}`).set(auth);
}

function passages(auth: Auth, id: string, query: object = {}) {
  return api.request.get(`/api/v1/unit/staff/${id}/passages`).set(auth).query(query);
}

async function door() {
  const viewer = await signedInStaff(api.services, { roles: ['viewer'] });
  const { unit } = viewer;
  const guard = await buildStaff(api.services, { unit, roles: ['guard'] });

  return { ...viewer, guard, point: await buildPoint(api.services, { unit }) };
}

test('a colleague is shown by name, with the phone masked, and the look is audited', async () => {
  const { auth, guard } = await door();
  const { body } = await show(auth, guard.staff.id).expect(200);

  expect(staffMember.parse(body)).toEqual(body);
  expect(body).toMatchObject({ id: guard.staff.id, name: guard.name, roles: ['guard'] });
  expect(body.phone).toBe(`${guard.phone.slice(0, 3)}****${guard.phone.slice(-4)}`);
  expect((await auditEvents(api.services, guard.staff.id)).at(-1)).toMatchObject({ action: 'staff.read' });
});

test('the passages are what this one has scanned, newest first, page by page', async () => {
  const { auth, staff, guard, point } = await door();
  const scans: string[] = [];
  for (let i = 0; i < 3; i += 1) {
    const values = { kind: 'scan', staffId: guard.staff.id } as const;
    scans.unshift((await buildPassage(api.services, { point, values })).passage.id);
  }
  await buildPassage(api.services, { point, values: { kind: 'scan', staffId: staff.id } });
  await buildPassage(api.services, { point });
  const first = await passages(auth, guard.staff.id, { limit: 2 }).expect(200);
  const last = await passages(auth, guard.staff.id, { limit: 2, cursor: first.body.next }).expect(200);

  expect([...first.body.items, ...last.body.items].map(({ id }: { id: string }) => id)).toEqual(scans);
  expect(first.body.total).toEqual({ count: 3, isMore: false });
  expect(first.body.items[0]).toMatchObject({ staff: guard.name, staffId: guard.staff.id });
  const refused = await passages(auth, staff.id, { cursor: first.body.next }).expect(400);
  expect(faultsOf(refused)).toEqual({ cursor: 'Unknown page position' });
  expect(Object.keys(faultsOf(await passages(auth, staff.id, { from: 'x', q: 'y' }).expect(400)))).toEqual([
    'from',
    'q',
  ]);
});

test('another unit’s staff does not exist', async () => {
  const { auth } = await door();
  const { guard } = await door();
  await show(auth, guard.staff.id).expect(404);
  await passages(auth, guard.staff.id).expect(404);
  await show(auth, 'x').expect(404);
});

test('only who reads passages', async () => {
  const { guard } = await door();
  await expectOnlyFor(api, (auth) => show(auth, guard.staff.id), ['guard', 'clerk']);
  await expectOnlyFor(api, (auth) => passages(auth, guard.staff.id), ['guard', 'clerk']);
});
