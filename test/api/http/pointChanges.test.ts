import { limits } from '@anxing/contract/limits';

import { Duty } from '../../../api/src/models/duty';
import { Point } from '../../../api/src/models/point';
import { auditEvents } from '../../support/api/auditEvents';
import { countsOf } from '../../support/api/counts';
import { buildCrowd } from '../../support/api/factories/buildCrowd';
import { buildPoint, buildPoster } from '../../support/api/factories/buildPoint';
import { signedInStaff, type Auth } from '../../support/api/factories/signedIn';
import { verifiedStaff } from '../../support/api/factories/verifiedStaff';
import { codeOf, expectOnlyFor, faultsOf } from '../../support/api/refusals';
import { startApi, type TestApi } from '../../support/api/testApi';

let api: TestApi;

beforeAll(async () => {
  api = await startApi();
});

afterAll(() => api.close());

function change(auth: Auth, id: string, body: object) {
  return api.request.patch(`/api/v1/unit/points/${id}`).set(auth).send(body);
}

async function ownPoint(values: object = {}) {
  const manager = await signedInStaff(api.services);

  return { ...manager, point: await buildPoint(api.services, { unit: manager.unit, values }) };
}

test('what is given changes, the rest stays', async () => {
  const { auth, point } = await ownPoint({ capacity: 10, latitude: 1, longitude: 2 });
  const { body } = await change(auth, point.id, { name: '新的名称', location: null }).expect(200);

  expect(body).toMatchObject({ name: '新的名称', address: point.address, capacity: 10, location: null });
  expect((await change(auth, point.id, {}).expect(200)).body).toEqual(body);
  const moved = { latitude: 26.1, longitude: 119.3 };
  expect((await change(auth, point.id, { location: moved }).expect(200)).body.location).toEqual(moved);
  const events = await auditEvents(api.services, point.id);
  expect(events[1]).toMatchObject({
    action: 'points.update',
    details: { fields: ['name', 'latitude', 'longitude'] },
  });
});

test('the warning line is compared with what is stored', async () => {
  const { auth, point } = await ownPoint({ capacity: 100, warningLine: 80 });
  const fault = (name: string) => ({ [name]: 'The warning line is above the capacity' });

  expect(faultsOf(await change(auth, point.id, { warningLine: 101 }).expect(400))).toEqual(
    fault('warningLine'),
  );
  expect(faultsOf(await change(auth, point.id, { capacity: 79 }).expect(400))).toEqual(fault('capacity'));
  await change(auth, point.id, { capacity: 79, warningLine: 79 }).expect(200);
  await change(auth, point.id, { capacity: null }).expect(200);
  await change(auth, point.id, { warningLine: 5000 }).expect(200);
});

test('every wrong field is named and nothing changes', async () => {
  const { auth, point } = await ownPoint();
  const shapes = await change(auth, point.id, { name: ' ', capacity: 'many', active: 1, parentId: null });
  expect(Object.keys(faultsOf(shapes))).toEqual(['active', 'capacity', 'name', 'parentId']);
  const meanings = await change(auth, point.id, { name: '好😀', category: 'x', division: '123456' });
  expect(Object.keys(faultsOf(meanings))).toEqual(['category', 'division', 'name']);
  expect((await Point.findByPk(point.id))?.name).toBe(point.name);
});

test('a point lies where its unit is registered: its place decides whose colours a region’s level changes', async () => {
  const { auth, unit, point } = await ownPoint();
  const outside = { division: 'Outside the registered division of the unit; ask the operator' };
  const told = async (division: string) => faultsOf(await change(auth, point.id, { division }));
  expect(await told('350104')).toEqual(outside);
  expect(await told('350100')).toEqual(outside);
  await change(auth, point.id, { division: '350102001002' }).expect(200);
  await unit.update({ division: '350100' });
  await change(auth, point.id, { division: '350104' }).expect(200);
  await unit.update({ division: '350102' });
  await change(auth, point.id, { name: '还在原处', division: '350104' }).expect(200);
  expect(await told('350105')).toEqual(outside);
  const place = { name: '别处', address: '路', category: 'mall', division: '350104' };
  const added = await api.request.post('/api/v1/unit/points').set(auth).send(place).expect(400);
  expect(faultsOf(added)).toEqual(outside);
});

test('closing closes everything in it: posters are void, duties over, and nobody is inside any more', async () => {
  const { auth, unit, point } = await ownPoint();
  const gate = await buildPoint(api.services, { unit, parent: point });
  const { link } = await buildPoster(api.services, gate);
  await buildPoster(api.services, point);
  const guard = await verifiedStaff(api.services, { unit, roles: ['guard'], points: [gate] });
  await api.request.post('/api/v1/unit/duties').set(guard.auth).send({ pointId: gate.id }).expect(201);

  await buildCrowd(api.services, gate, 3);

  const { body } = await change(auth, point.id, { active: false }).expect(200);
  expect(body).toMatchObject({ active: false, poster: null });
  expect(await countsOf(api.services, gate.id)).toMatchObject({ came: 3, expired: 3, inside: 0 });
  expect(await Point.count({ where: { unitId: unit.id, active: true } })).toBe(0);
  expect(await Duty.count({ where: { pointId: gate.id, until: null } })).toBe(0);
  const token = link.slice(link.lastIndexOf('/') + 1);
  expect(codeOf(await api.request.get(`/api/v1/posters/${token}`).expect(422))).toBe('poster_refused');
});

test('reopening: the building first, then its floors; the old poster stays void', async () => {
  const { auth, unit, point } = await ownPoint();
  const floor = await buildPoint(api.services, { unit, parent: point });
  await buildPoster(api.services, point);
  await change(auth, point.id, { active: false }).expect(200);

  expect(codeOf(await change(auth, floor.id, { active: true }).expect(409))).toBe('point_closed');
  const { body } = await change(auth, point.id, { active: true }).expect(200);
  expect(body).toMatchObject({ active: true, poster: null });
  await change(auth, floor.id, { active: true }).expect(200);
});

test('a unit has so many open points and no more', async () => {
  const { auth, unit, point } = await ownPoint({ active: false });
  const { database } = api.services;
  const columns =
    'unit_id, parent_id, name, address, kind, category, division, capacity, warning_line, latitude, longitude, created_at';
  const [copied = {}] = await database.select(`SELECT ${columns} FROM points WHERE id = ?`, [point.id]);
  const rows = Array.from({ length: limits.pointsPerUnit }, (_, i) => {
    const number = String(i).padStart(6, '0');
    const id = `00000000-0000-7000-8000-${point.id.slice(-6)}${number}`;

    return [id, id, `${point.id.slice(-10)}${number}`, 1, ...Object.values(copied)];
  });
  await database.write((tx) =>
    database.within(tx).insert(`points (id, root_id, reference, active, ${columns})`, rows),
  );
  expect(codeOf(await change(auth, point.id, { active: true }).expect(409))).toBe('conflict');
  const place = { name: '再来一个', address: '路', category: 'mall', division: '350102' };
  const one = await api.request.post('/api/v1/unit/points').set(auth).send(place).expect(409);
  expect(codeOf(one)).toBe('conflict');
  expect(await Point.count({ where: { unitId: unit.id, active: true } })).toBe(limits.pointsPerUnit);
});

test('only who manages points, and only the own unit’s', async () => {
  const { point } = await ownPoint();
  const stranger = await signedInStaff(api.services);
  await change(stranger.auth, point.id, { name: '偷改' }).expect(404);
  await change(stranger.auth, '018f0000-0000-7000-8000-000000000000', {}).expect(404);
  await expectOnlyFor(api, (auth) => change(auth, point.id, {}), ['guard', 'viewer', 'clerk']);
});

describe('a vehicle', () => {
  const bus = { kind: 'vehicle', line: '1 路', plate: '闽A12345' };
  const vehicleOnly = 'For vehicles only';

  test('has a line and a plate, which are put right and shown', async () => {
    const { auth, point } = await ownPoint({ kind: 'vehicle' });
    const { body } = await change(auth, point.id, { line: ' K1 次 ', plate: '闽a·12345' }).expect(200);
    expect(body).toMatchObject({ kind: 'vehicle', line: 'K1 次', plate: '闽A12345' });
    const cleared = await change(auth, point.id, { line: null, plate: null }).expect(200);
    expect(cleared.body).toMatchObject({ line: null, plate: null });
  });

  test('what is none has neither: they are refused, and lost when it becomes another kind', async () => {
    const { auth, point } = await ownPoint();
    const { line, plate } = bus;
    expect(faultsOf(await change(auth, point.id, { line, plate }).expect(400))).toEqual({
      line: vehicleOnly,
      plate: vehicleOnly,
    });
    await change(auth, point.id, bus).expect(200);
    const place = await change(auth, point.id, { kind: 'place' }).expect(200);
    expect(place.body).toMatchObject({ kind: 'place', line: null, plate: null });
    const both = { kind: 'gate', plate };
    expect(faultsOf(await change(auth, point.id, both).expect(400))).toEqual({ plate: vehicleOnly });
  });

  test('a plate that is none, and what no poster can show, is named', async () => {
    const { auth, point } = await ownPoint({ kind: 'vehicle' });
    expect(
      Object.keys(faultsOf(await change(auth, point.id, { plate: '公交', line: '' }).expect(400))),
    ).toEqual(['line', 'plate']);
    expect(Object.keys(faultsOf(await change(auth, point.id, { line: '😀' }).expect(400)))).toEqual(['line']);
  });

  test('is opened with them', async () => {
    const { auth } = await signedInStaff(api.services);
    const open = (body: object) =>
      api.request
        .post('/api/v1/unit/points')
        .set(auth)
        .send({ name: '1 路公交', address: '示例路', category: 'transport', division: '350102', ...body });
    expect((await open(bus).expect(201)).body).toMatchObject(bus);
    expect(faultsOf(await open({ ...bus, kind: 'place' }).expect(400))).toEqual({
      line: vehicleOnly,
      plate: vehicleOnly,
    });
  });
});

test('absurd numbers of people are named', async () => {
  const { auth, point } = await ownPoint({ capacity: 100, warningLine: 80 });
  const named = async (body: object) => faultsOf(await change(auth, point.id, body).expect(400));
  for (const wrong of [0, -5, limits.capacityMax + 1, 1.5, Number.MAX_SAFE_INTEGER, '80', true]) {
    expect(Object.keys(await named({ capacity: wrong, warningLine: wrong }))).toEqual([
      'capacity',
      'warningLine',
    ]);
  }
  const { body } = await api.request.get(`/api/v1/unit/points/${point.id}`).set(auth).expect(200);
  expect(body).toMatchObject({ capacity: 100, warningLine: 80 });
});
