import { point as pointSchema, type PointCreate } from '@anxing/contract/points';

import type { Response } from 'supertest';

import { Point } from '../../../api/src/models/point';
import { auditEvents } from '../../support/api/auditEvents';
import { buildPoint } from '../../support/api/factories/buildPoint';
import { signedInStaff, type Auth } from '../../support/api/factories/signedIn';
import { expectOnlyFor, faultsOf } from '../../support/api/refusals';
import { startApi, type TestApi } from '../../support/api/testApi';

let api: TestApi;

beforeAll(async () => {
  api = await startApi();
});

afterAll(() => api.close());

const path = '/api/v1/unit/points';

function list(auth: Auth, query: object = {}) {
  return api.request.get(path).set(auth).query(query);
}

function add(auth: Auth, body: object) {
  return api.request.post(path).set(auth).send(body);
}

function show(auth: Auth, id: string) {
  return api.request.get(`${path}/${id}`).set(auth);
}

function place(more: object = {}): PointCreate {
  return {
    name: '示例书店',
    address: '示例市安宁路 1 号',
    category: 'mall',
    division: '350102',
    ...more,
  } as PointCreate;
}

describe('opening a point', () => {
  test('with its defaults, and found again', async () => {
    const { auth } = await signedInStaff(api.services);
    const { body } = await add(auth, place()).expect(201);

    expect(pointSchema.parse(body)).toEqual(body);
    expect(body).toMatchObject({
      ...place(),
      parentId: null,
      kind: 'place',
      capacity: null,
      warningLine: null,
      location: null,
      active: true,
      poster: null,
    });
    expect((await show(auth, body.id).expect(200)).body).toEqual(body);
    const stored = await Point.findByPk(body.id);
    expect(stored?.reference).toMatch(/^[0-9a-f]{16}$/);
    expect(stored?.rootId).toBe(body.id);
    expect(await auditEvents(api.services, body.id)).toMatchObject([{ action: 'points.create' }]);
  });

  test('with everything', async () => {
    const { auth } = await signedInStaff(api.services);
    const given = place({
      kind: 'vehicle',
      division: '350102001002',
      capacity: 50,
      warningLine: 50,
      location: { latitude: 26.08, longitude: -119.3 },
    });
    const { body } = await add(auth, given).expect(201);
    expect(body).toMatchObject(given);
  });

  test('floors and gates stand under their building, three deep and no deeper', async () => {
    const { auth, unit } = await signedInStaff(api.services);
    const building = await buildPoint(api.services, { unit });
    const floor = await add(auth, place({ kind: 'floor', parentId: building.id })).expect(201);
    const gate = await add(auth, place({ kind: 'gate', parentId: floor.body.id })).expect(201);

    expect((await Point.findByPk(gate.body.id))?.rootId).toBe(building.id);
    const tooDeep = await add(auth, place({ parentId: gate.body.id })).expect(400);
    expect(faultsOf(tooDeep)).toEqual({ parentId: 'No such parent point, or too deep' });
  });

  test('nothing is put under another unit’s point or a closed one', async () => {
    const { auth, unit } = await signedInStaff(api.services);
    const foreign = await buildPoint(api.services);
    const closed = await buildPoint(api.services, { unit, values: { active: false } });
    for (const parent of [foreign, closed]) {
      const response = await add(auth, place({ parentId: parent.id })).expect(400);
      expect(Object.keys(faultsOf(response))).toEqual(['parentId']);
    }
  });

  test('every wrong field is named, and nothing is stored', async () => {
    const { auth, unit } = await signedInStaff(api.services);
    const shapes = await add(auth, {
      name: '',
      address: 'x'.repeat(121),
      kind: 'tent',
      division: '35',
      capacity: 0,
      warningLine: 1.5,
      location: { latitude: 91, longitude: 0, height: 1 },
      parentId: 'x',
      id: 'mine',
    }).expect(400);
    expect(Object.keys(faultsOf(shapes))).toEqual(
      [
        ...['address', 'capacity', 'category', 'division', 'id', 'kind'],
        ...['location.height', 'location.latitude', 'name', 'parentId', 'warningLine'],
      ].sort(),
    );
    const meanings = await add(
      auth,
      place({ name: '喜茶🍵', address: '𠀀街', category: 'casino', division: '999999', parentId: unit.id }),
    ).expect(400);
    expect(faultsOf(meanings)).toEqual({
      address: 'Contains characters the poster font lacks',
      category: 'Unknown category',
      division: 'Unknown division code',
      name: 'Contains characters the poster font lacks',
      parentId: 'No such parent point, or too deep',
    });
    expect(await Point.count({ where: { unitId: unit.id } })).toBe(0);
  });

  test('the warning line is not above the capacity', async () => {
    const { auth } = await signedInStaff(api.services);
    const response = await add(auth, place({ capacity: 10, warningLine: 11 })).expect(400);
    expect(faultsOf(response)).toEqual({ warningLine: 'The warning line is above the capacity' });
  });

  test('only who manages points', () =>
    expectOnlyFor(api, (auth) => add(auth, place()), ['guard', 'viewer', 'clerk']));
});

describe('the list', () => {
  test('pages by key and stays whole while points are added', async () => {
    const { auth, unit } = await signedInStaff(api.services);
    const made: string[] = [];
    for (let i = 0; i < 5; i += 1) {
      made.push((await buildPoint(api.services, { unit })).id);
    }
    await buildPoint(api.services);
    const seen: string[] = [];
    let cursor: string | null = null;
    do {
      const page: Response = await list(auth, { limit: 2, ...(cursor ? { cursor } : {}) }).expect(200);
      seen.push(...page.body.items.map(({ id }: { id: string }) => id));
      cursor = page.body.next as string | null;
      if (made.length < 7) {
        made.push((await buildPoint(api.services, { unit })).id);
      }
    } while (cursor);

    expect(seen).toEqual([...new Set(seen)]);
    expect(seen.slice().sort()).toEqual(made.slice().sort());
  });

  test('filters by words, category and state', async () => {
    const { auth, unit } = await signedInStaff(api.services);
    const shop = await buildPoint(api.services, { unit, values: { name: '100% 果汁 Bar' } });
    const school = await buildPoint(api.services, { unit, values: { category: 'school', active: false } });
    const found = async (query: object) => {
      const { body } = await list(auth, query).expect(200);

      return body.items.map(({ id }: { id: string }) => id) as string[];
    };

    expect(await found({ q: '果汁 bar' })).toEqual([shop.id]);
    expect(await found({ q: '0% ' })).toEqual([shop.id]);
    expect(await found({ q: school.address })).toEqual([school.id]);
    expect(await found({ q: '_' })).toEqual([]);
    expect(await found({ category: 'school' })).toEqual([school.id]);
    expect(await found({ active: 'true' })).toEqual([shop.id]);
    expect(await found({ active: 'false', category: 'mall' })).toEqual([]);
  });

  test('a cursor belongs to its filters and its unit', async () => {
    const { auth, unit } = await signedInStaff(api.services);
    await buildPoint(api.services, { unit });
    await buildPoint(api.services, { unit });
    const { body } = await list(auth, { limit: 1 }).expect(200);
    const other = await signedInStaff(api.services);
    const wrong = { cursor: 'Unknown page position' };

    expect(faultsOf(await list(auth, { cursor: body.next, q: 'x' }).expect(400))).toEqual(wrong);
    expect(faultsOf(await list(other.auth, { cursor: body.next }).expect(400))).toEqual(wrong);
    expect(faultsOf(await list(auth, { cursor: `${body.next}A` }).expect(400))).toEqual(wrong);
  });

  test('wrong questions are named', async () => {
    const { auth } = await signedInStaff(api.services);
    const response = await list(auth, { active: 'maybe', limit: 0, page: 2 }).expect(400);
    expect(Object.keys(faultsOf(response))).toEqual(['active', 'limit', 'page']);
  });

  test('only who reads the flow', () => expectOnlyFor(api, (auth) => list(auth), ['clerk']));
});

test('a guard sees the points given to him; a viewer all; nobody another unit’s', async () => {
  const viewer = await signedInStaff(api.services, { roles: ['viewer'] });
  const [given, other] = [
    await buildPoint(api.services, { unit: viewer.unit }),
    await buildPoint(api.services, { unit: viewer.unit }),
  ];
  const foreign = await buildPoint(api.services);
  const guard = await signedInStaff(api.services, { unit: viewer.unit, roles: ['guard'], points: [given] });
  const ids = async (auth: Auth) =>
    (await list(auth).expect(200)).body.items.map(({ id }: { id: string }) => id) as string[];

  expect(await ids(guard.auth)).toEqual([given.id]);
  expect((await ids(viewer.auth)).sort()).toEqual([given.id, other.id].sort());
  await show(guard.auth, given.id).expect(200);
  await show(guard.auth, other.id).expect(404);
  await show(viewer.auth, other.id).expect(200);
  await show(viewer.auth, foreign.id).expect(404);
  await show(viewer.auth, 'x').expect(404);
  await expectOnlyFor(api, (auth) => show(auth, given.id), ['clerk']);
});
