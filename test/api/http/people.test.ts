import { passer } from '@anxing/contract/passages';

import { writeAs } from '../../../api/src/context';
import { auditEvents } from '../../support/api/auditEvents';
import { buildPassage } from '../../support/api/factories/buildPassage';
import { buildPerson } from '../../support/api/factories/buildPerson';
import { buildPoint } from '../../support/api/factories/buildPoint';
import { system } from '../../support/api/factories/buildUnit';
import { signedInStaff, type Auth } from '../../support/api/factories/signedIn';
import { signIn } from '../../support/api/factories/signIn';
import { expectOnlyFor, faultsOf } from '../../support/api/refusals';
import { startApi, type TestApi } from '../../support/api/testApi';

let api: TestApi;

beforeAll(async () => {
  api = await startApi();
});

afterAll(() => api.close());

function show(auth: Auth, id: string) {
  return api.request.get(`/api/v1/unit/people/${id}`).set(auth);
}

function passages(auth: Auth, id: string, query: object = {}) {
  return api.request.get(`/api/v1/unit/people/${id}/passages`).set(auth).query(query);
}

/** A venue with a visitor, and the visitor's reference there as the list tells it. */
async function visited() {
  const viewer = await signedInStaff(api.services, { roles: ['viewer'] });
  const point = await buildPoint(api.services, { unit: viewer.unit });
  const built = await buildPassage(api.services, { point });
  const { body } = await api.request.get('/api/v1/unit/passages').set(viewer.auth).expect(200);

  return { ...viewer, ...built, reference: String(body.items[0].personId) };
}

test('somebody who was here is shown masked, with the first and the last time, and without a colour', async () => {
  const { auth, point, passage, visitor, reference } = await visited();
  const later = await buildPassage(api.services, { point, person: visitor, values: { direction: 'out' } });
  const { body } = await show(auth, reference).expect(200);

  expect(passer.parse(body)).toEqual(body);
  expect(body).toEqual({
    id: reference,
    name: `***${visitor.name.at(-1)}`,
    idType: 'resident',
    idNumber: `${visitor.idNumber.slice(0, 2)}*****${visitor.idNumber.slice(-3)}`,
    phone: body.phone,
    firstAt: passage.at,
    lastAt: later.passage.at,
  });
  expect(JSON.stringify(body)).not.toContain(visitor.name);
});

test('the person reads that the unit looked', async () => {
  const { auth, staff, visitor, reference } = await visited();
  await show(auth, reference).expect(200);
  await passages(auth, reference).expect(200);
  await passages(auth, reference).expect(200);

  const resident = await signIn(api.services, visitor);
  const { body } = await api.request.get('/api/v1/me/accesses').set(resident).expect(200);
  expect(body.items.map(({ purpose }: { purpose: string }) => purpose)).toEqual([
    '查看本人出入记录',
    '查看人员信息',
    '浏览出入记录',
  ]);
  const events = await auditEvents(api.services, visitor.person.id);
  expect(events.filter(({ actor }) => actor === `staff:${staff.id}`).map(({ action }) => action)).toEqual(
    Array(3).fill('persons.read'),
  );
});

test('the passages are those of this person in this unit, page by page', async () => {
  const { auth, unit, point, passage, visitor, reference } = await visited();
  const second = await buildPassage(api.services, { point, person: visitor });
  await buildPassage(api.services, { point });
  await buildPassage(api.services, { person: visitor });
  const first = await passages(auth, reference, { limit: 1 }).expect(200);
  const last = await passages(auth, reference, { limit: 1, cursor: first.body.next }).expect(200);

  expect([...first.body.items, ...last.body.items].map(({ id }: { id: string }) => id)).toEqual([
    second.passage.id,
    passage.id,
  ]);
  expect(first.body.total).toEqual({ count: 2, isMore: false });
  expect(last.body.next).toBeNull();
  const other = api.services.references.refer(unit.id, (await buildPerson(api.services)).person.id);
  await passages(auth, other, { cursor: first.body.next }).expect(404);
  expect(faultsOf(await passages(auth, reference, { cursor: 'x' }).expect(400))).toEqual({
    cursor: 'Unknown page position',
  });
  const range = { from: '2026-01-02', to: '2026-01-01', kind: 'scan' };
  expect(Object.keys(faultsOf(await passages(auth, reference, range).expect(400)))).toEqual(['kind', 'to']);
});

test('who was never here, was made up, or is somebody else’s visitor does not exist', async () => {
  const { auth, unit, visitor, reference } = await visited();
  const stranger = await visited();
  const never = api.services.references.refer(unit.id, (await buildPerson(api.services)).person.id);
  for (const id of [never, visitor.person.id, stranger.reference, unit.id]) {
    await show(auth, id).expect(404);
    await passages(auth, id).expect(404);
  }
  await show(stranger.auth, reference).expect(404);
  await show(auth, 'x').expect(404);
});

test('whose passages are over their time is not shown any more', async () => {
  const { auth, unit, point } = await visited();
  const person = await buildPerson(api.services);
  const at = Date.now() - (api.services.config.retention.passageDays + 2) * 86_400_000;
  await buildPassage(api.services, { point, person, values: { at } });
  await show(auth, api.services.references.refer(unit.id, person.person.id)).expect(404);
});

test('who was erased is not shown any more, though the passages stay', async () => {
  const { auth, visitor, reference } = await visited();
  await writeAs(api.services, system, (scene) => visitor.person.destroyBy(scene));
  await show(auth, reference).expect(404);
  const { body } = await api.request.get('/api/v1/unit/passages').set(auth).expect(200);
  expect(body.items[0].person).toBe('*');
});

test('the same person has another reference in another unit', async () => {
  const { visitor, reference } = await visited();
  const other = await signedInStaff(api.services);
  await buildPassage(api.services, {
    person: visitor,
    point: await buildPoint(api.services, { unit: other.unit }),
  });
  const { body } = await api.request.get('/api/v1/unit/passages').set(other.auth).expect(200);
  expect(body.items).toHaveLength(1);
  expect(body.items[0].personId).not.toBe(reference);
});

test('only who reads passages', async () => {
  const { reference } = await visited();
  await expectOnlyFor(api, (auth) => show(auth, reference), ['guard', 'clerk']);
  await expectOnlyFor(api, (auth) => passages(auth, reference), ['guard', 'clerk']);
});
