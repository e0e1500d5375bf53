import { flow as flowSchema, type FlowItem } from '@anxing/contract/flow';

import { dayOf, startOfDay } from '../../../api/src/base/days';
import { buildPassage } from '../../support/api/factories/buildPassage';
import { buildPerson } from '../../support/api/factories/buildPerson';
import { buildPoint } from '../../support/api/factories/buildPoint';
import { signedInStaff, type Auth } from '../../support/api/factories/signedIn';
import { expectOnlyFor } from '../../support/api/refusals';
import { startApi, type TestApi } from '../../support/api/testApi';

let api: TestApi;

beforeAll(async () => {
  api = await startApi();
});

afterAll(() => api.close());

function get(auth: Auth, query: object = {}) {
  return api.request.get('/api/v1/unit/flow').set(auth).query(query);
}

async function flowOf(auth: Auth): Promise<Map<string, FlowItem>> {
  const { body } = await get(auth).expect(200);
  expect(flowSchema.parse(body)).toEqual(body);

  return new Map(body.items.map((item: FlowItem) => [item.pointId, item]));
}

async function building() {
  const viewer = await signedInStaff(api.services, { roles: ['viewer'] });
  const { unit } = viewer;
  const hall = await buildPoint(api.services, { unit, values: { capacity: 100, warningLine: 80 } });
  const floor = await buildPoint(api.services, { unit, parent: hall });
  const room = await buildPoint(api.services, { unit, parent: floor });

  return { ...viewer, hall, floor, room };
}

test('comings, goings and who is inside', async () => {
  const { auth, hall } = await building();
  const [one] = [
    await buildPassage(api.services, { point: hall }),
    await buildPassage(api.services, { point: hall }),
  ];
  expect((await flowOf(auth)).get(hall.id)).toEqual({
    pointId: hall.id,
    name: hall.name,
    parentId: null,
    kind: 'place',
    in: 2,
    out: 0,
    inside: 2,
    capacity: 100,
    warningLine: 80,
    state: 'normal',
  });
  await buildPassage(api.services, { point: hall, person: one.visitor, values: { direction: 'out' } });
  expect((await flowOf(auth)).get(hall.id)).toMatchObject({ in: 2, out: 1, inside: 1 });
});

test('a parent counts everybody below it once', async () => {
  const { auth, hall, floor, room } = await building();
  const wanderer = await buildPerson(api.services);
  await buildPassage(api.services, { point: hall, person: wanderer });
  await buildPassage(api.services, { point: room, person: wanderer });
  await buildPassage(api.services, { point: room });

  const flows = await flowOf(auth);
  expect(flows.get(hall.id)).toMatchObject({ in: 3, inside: 2 });
  expect(flows.get(floor.id)).toMatchObject({ in: 2, inside: 2, parentId: hall.id });
  expect(flows.get(room.id)).toMatchObject({ in: 2, inside: 2 });
});

test('what the server closed by itself counts as gone; every slot is summed; yesterday is over', async () => {
  const { auth, hall } = await building();
  const { zone } = api.services.config.brand;
  const midnight = startOfDay(dayOf(Date.now(), zone), zone) / 3_600_000;
  const point = Buffer.from(hall.id.replaceAll('-', ''), 'hex');
  const rows = [
    [point, midnight - 1, 0, 100, 100, 0],
    [point, midnight, 0, 5, 1, 1],
    [point, midnight, 7, 3, 0, 0],
    [point, midnight + 23, 7, 2, 1, 2],
    [point, midnight + 24, 0, 50, 50, 0],
  ];
  await api.services.database.write((tx) =>
    api.services.database.execute(
      'INSERT INTO flow_counts (point_id, hour, slot, came, went, expired) VALUES ?',
      [rows],
      tx,
    ),
  );
  expect((await flowOf(auth)).get(hall.id)).toMatchObject({ in: 10, out: 5, inside: 0 });
});

test('a guard sees his points, everybody only open ones of the own unit', async () => {
  const { auth, unit, hall, floor, room } = await building();
  const guard = await signedInStaff(api.services, { unit, roles: ['guard'], points: [floor] });
  await buildPassage(api.services, { point: room });
  const closed = await buildPoint(api.services, { unit, values: { active: false } });
  const other = await building();

  expect([...(await flowOf(guard.auth)).values()]).toMatchObject([{ pointId: floor.id, inside: 1 }]);
  expect([...(await flowOf(auth)).keys()]).toEqual([hall.id, floor.id, room.id]);
  expect((await flowOf(auth)).has(closed.id)).toBe(false);
  expect((await flowOf(other.auth)).has(hall.id)).toBe(false);
});

test('a unit without points has no flow', async () => {
  const { auth } = await signedInStaff(api.services);
  expect((await get(auth).expect(200)).body.items).toEqual([]);
});

test('only who reads the flow', async () => {
  await expectOnlyFor(api, (auth) => get(auth), ['clerk']);
});
