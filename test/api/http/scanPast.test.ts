import { newId } from '../../../api/src/base/ids';
import { writeAs } from '../../../api/src/context';
import { Person } from '../../../api/src/models/person';
import type { Point } from '../../../api/src/models/point';
import type { Passage } from '../../../api/src/passages/passage';
import { codeOf, openDoor, scan, type Door } from '../../support/api/door';
import { buildPassage } from '../../support/api/factories/buildPassage';
import { buildPerson, type BuiltPerson } from '../../support/api/factories/buildPerson';
import { buildPoint } from '../../support/api/factories/buildPoint';
import { buildRegionLevel } from '../../support/api/factories/buildRegionLevel';
import { buildStaff } from '../../support/api/factories/buildStaff';
import { system } from '../../support/api/factories/buildUnit';
import { signIn } from '../../support/api/factories/signIn';
import { startApi, type TestApi } from '../../support/api/testApi';

let api: TestApi;

const dayMs = 86_400_000;
const hourMs = 3_600_000;

beforeAll(async () => {
  api = await startApi();
});

afterEach(() => api.clock.reset());

afterAll(() => api.close());

async function scanned(person: BuiltPerson, point: Point, agoMs: number, values: Partial<Passage> = {}) {
  const at = api.clock.now() - agoMs;
  await buildPassage(api.services, { person, point, values: { kind: 'scan', at, id: newId(at), ...values } });
}

async function seen(door: Door, person: BuiltPerson) {
  return (await scan(api, door, codeOf(api, person)).expect(200)).body;
}

function more(auth: object, id: string, query = '') {
  return api.request.get(`/api/v1/scans/${id}/recent${query}`).set(auth as Record<string, string>);
}

test('the last checks: of the own unit in full, of others the district alone', async () => {
  const door = await openDoor(api);
  const person = await buildPerson(api.services);
  const own = { temperature: 366, reason: 'errand' };
  const elsewhere = await buildPoint(api.services, { values: { division: '350203', name: '示例医院' } });
  await scanned(person, door.point, 2 * hourMs, own);
  await scanned(person, elsewhere, hourMs, { ...own, division: '350203', decision: 'stop' });
  await scanned(person, elsewhere, 15 * dayMs);
  await buildPassage(api.services, { person, point: elsewhere });
  const { recent, hasMore } = await seen(door, person);

  expect(recent).toMatchObject([
    { own: false, decision: 'stop', temperature: null, reason: null },
    { own: true, place: door.point.name, decision: 'allow', temperature: 36.6, reason: '购物办事' },
  ]);
  expect(recent[0].place).toMatch(/思明区$/);
  expect(JSON.stringify(recent)).not.toContain('示例医院');
  expect(hasMore).toBe(false);
});

test('reading further back is a look that the person reads of', async () => {
  const door = await openDoor(api);
  const person = await buildPerson(api.services);
  for (let hours = 1; hours <= 5; hours += 1) {
    await scanned(person, door.point, hours * hourMs);
  }
  const { id, recent, hasMore } = await seen(door, person);
  expect([recent.length, hasMore]).toEqual([3, true]);

  const first = (await more(door.auth, id, '?limit=4').expect(200)).body;
  expect(first.items.slice(0, 3)).toEqual(recent);
  const rest = (await more(door.auth, id, `?limit=4&cursor=${first.next}`).expect(200)).body;
  expect([first.items.length, rest.items.length, rest.next]).toEqual([4, 1, null]);
  await more(door.auth, id, '?cursor=x').expect(400);

  const looks = await api.request
    .get('/api/v1/me/accesses')
    .set(await signIn(api.services, person))
    .expect(200);
  const purposes = looks.body.items.map(({ purpose }: { purpose: string }) => purpose);
  expect(purposes).toEqual(['查看近期查验记录', '查看近期查验记录', '出入核验']);
});

test('further back only after an own check of the last half hour', async () => {
  const door = await openDoor(api);
  const person = await buildPerson(api.services);
  const { id } = await seen(door, person);
  const unit = { id: door.point.unitId } as never;
  const colleague = await buildStaff(api.services, { unit, roles: ['guard'] });
  await more({}, id).expect(401);
  await more(await signIn(api.services, person), id).expect(403);
  await more(await signIn(api.services, colleague), id).expect(404);
  await more((await openDoor(api)).auth, id).expect(404);
  await more(door.auth, newId(api.clock.now())).expect(404);
  await more(door.auth, id).expect(200);
  api.clock.advance(30 * 60_000);
  await more(await signIn(api.services, door.guard), id).expect(404);
});

test('where the person lives, and the most severe region where that is worse than here', async () => {
  const person = await buildPerson(api.services);
  const row = await Person.findByPk(person.person.id, { rejectOnEmpty: true });
  await writeAs(api.services, system, (scene) => row.set({ claimDivision: '350203' }).saveBy(scene));
  const here = await openDoor(api);
  const quiet = await seen(here, person);
  expect(quiet.person.district).toMatch(/思明区$/);
  expect(quiet.region).toBeNull();

  const level = api.services.regionLevels.above.at(-1)?.id ?? '';
  await buildRegionLevel(api.services, { division: '350203', level, policy: '居家观察七天' });
  expect((await seen(here, person)).region).toMatchObject({
    division: '350203',
    level,
    policy: '居家观察七天',
    name: expect.stringMatching(/思明区$/),
  });
  const there = await openDoor(api, { division: '350203' });
  expect((await seen(there, person)).region).toBeNull();
});

test('what cannot be read of the past keeps nobody at the door', async () => {
  const door = await openDoor(api);
  const person = await buildPerson(api.services);
  const { database } = api.services;
  const read = database.read.bind(database);
  const broken = jest.spyOn(database, 'read').mockImplementation((sql, values) => {
    return sql.includes('ORDER BY at DESC') ? Promise.reject(new Error('away')) : read(sql, values);
  });
  const body = await seen(door, person);
  broken.mockRestore();
  expect(body).toMatchObject({ colour: 'green', recent: [], hasMore: false });
});
