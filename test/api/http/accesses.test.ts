import { writeAs } from '../../../api/src/context';
import { recordLooks } from '../../../api/src/privacy/accessLog';
import { buildPoint } from '../../support/api/factories/buildPoint';
import { guardOnDuty } from '../../support/api/factories/guardOnDuty';
import { buildUnit, system } from '../../support/api/factories/buildUnit';
import { signedInPerson } from '../../support/api/factories/signedInResident';
import type { Auth } from '../../support/api/factories/signedIn';
import { checkInId } from '../../support/api/checkIn';
import { expectOnlyForPersons, faultsOf } from '../../support/api/refusals';
import { startApi, type TestApi } from '../../support/api/testApi';

let api: TestApi;

beforeAll(async () => {
  api = await startApi();
});

afterAll(() => api.close());

function read(auth: Auth, query: object = {}) {
  return api.request.get('/api/v1/me/accesses').set(auth).query(query);
}

function look(personId: string, unitId: string | null, purpose: string) {
  return writeAs(api.services, system, (scene) =>
    recordLooks(api.services.database, scene, [{ personId, unitId, staffId: null, purpose }]),
  );
}

test('who checked me at a door is named by unit and reason, never by person', async () => {
  const { auth, person } = await signedInPerson(api.services);
  const unit = await buildUnit(api.services);
  const point = await buildPoint(api.services, { unit });
  const { guard, auth: guardAuth } = await guardOnDuty(api.services, point);
  await api.request
    .post('/api/v1/scans')
    .set(guardAuth)
    .send({ id: checkInId(), object: person.number, pointId: point.id })
    .expect(200);
  const { body, text } = await read(auth).expect(200);

  expect(body).toEqual({
    items: [{ id: expect.any(String), at: expect.any(Number), who: unit.name, purpose: '出入核验' }],
    next: null,
  });
  expect(text).not.toContain(guard.name);
  expect(text).not.toContain(guard.staff.id);
});

test('looks of the platform itself are called so', async () => {
  const { auth, person } = await signedInPerson(api.services);
  await look(person.id, null, '示例原因');
  const { body } = await read(auth).expect(200);

  expect(body.items).toMatchObject([{ who: '系统', purpose: '示例原因' }]);
});

test('pages are newest first, complete and each person’s own', async () => {
  const [one, other] = [await signedInPerson(api.services), await signedInPerson(api.services)];
  const unit = await buildUnit(api.services);
  for (let i = 0; i < 5; i += 1) {
    await look(one.person.id, unit.id, `第 ${i} 次`);
    await look(other.person.id, unit.id, '别人的记录');
  }
  const first = await read(one.auth, { limit: 3 }).expect(200);
  const second = await read(one.auth, { limit: 3, cursor: first.body.next }).expect(200);
  const purposes = [...first.body.items, ...second.body.items].map(({ purpose }) => purpose);

  expect(purposes.sort()).toEqual(['第 0 次', '第 1 次', '第 2 次', '第 3 次', '第 4 次']);
  expect(first.body.items[0].at).toBeGreaterThanOrEqual(first.body.items[2].at);
  expect(second.body.next).toBeNull();
  expect(faultsOf(await read(other.auth, { cursor: first.body.next }).expect(400))).toEqual({
    cursor: 'Unknown page position',
  });
});

test('wrong and unknown parameters are named', async () => {
  const { auth } = await signedInPerson(api.services);

  expect(faultsOf(await read(auth, { limit: 'many', personId: 'x' }).expect(400))).toEqual({
    limit: 'Wrong type',
    personId: 'Unknown field',
  });
});

test('is for verified residents', () => expectOnlyForPersons(api, read));
