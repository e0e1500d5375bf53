import { randomUUID } from 'node:crypto';

import { automaticLeave } from '../../../api/src/jobs/automaticLeave';
import type { Point } from '../../../api/src/models/point';
import { auditEvents } from '../../support/api/auditEvents';
import { countsOf } from '../../support/api/counts';
import { buildCrowd } from '../../support/api/factories/buildCrowd';
import { buildPassage } from '../../support/api/factories/buildPassage';
import { buildPoint } from '../../support/api/factories/buildPoint';
import { signedInStaff, type Auth } from '../../support/api/factories/signedIn';
import { codeOf, expectOnlyFor } from '../../support/api/refusals';
import { startApi, type TestApi } from '../../support/api/testApi';

const hour = 3_600_000;
let api: TestApi;

beforeAll(async () => {
  api = await startApi();
});

afterEach(() => {
  api.clock.reset();
  jest.restoreAllMocks();
});

afterAll(() => api.close());

function everyoneOut(auth: Auth, id: string) {
  return api.request.post(`/api/v1/unit/points/${id}/everyone-out`).set(auth).send({});
}

async function building(values: object = {}) {
  const manager = await signedInStaff(api.services);
  const { unit } = manager;
  const hall = await buildPoint(api.services, { unit, values });
  const floor = await buildPoint(api.services, { unit, parent: hall });
  const shop = await buildPoint(api.services, { unit });

  return { ...manager, hall, floor, shop };
}

/** What the bus was told of the flow, in order. */
function listen(): { unitId: string; pointIds: readonly string[] }[] {
  const told: { unitId: string; pointIds: readonly string[] }[] = [];
  api.services.bus.subscribe('flow', (message) => told.push(message));

  return told;
}

async function inAndOut({ id }: Point): Promise<number> {
  const { came, went, expired, inside } = await countsOf(api.services, id);
  expect(inside).toBe(came - went - expired);

  return inside;
}

describe('everybody out', () => {
  test('of a place and what is below it: counted, audited, told; others stay', async () => {
    const { auth, hall, floor, shop } = await building();
    const people = await buildCrowd(api.services, hall, 3);
    await buildCrowd(api.services, floor, 0, { personIds: people.slice(0, 2) });
    await buildCrowd(api.services, floor, 2);
    await buildCrowd(api.services, shop, 4);
    const told = listen();
    expect((await everyoneOut(auth, hall.id).expect(200)).body).toEqual({ left: 5 });

    expect(await countsOf(api.services, hall.id)).toMatchObject({ came: 3, expired: 3, inside: 0 });
    expect(await countsOf(api.services, floor.id)).toMatchObject({ came: 4, expired: 4, inside: 0 });
    expect(await inAndOut(shop)).toBe(4);
    expect(told).toEqual([{ unitId: hall.unitId, pointIds: expect.arrayContaining([hall.id, floor.id]) }]);
    expect((await auditEvents(api.services, hall.id)).at(-1)).toMatchObject({
      action: 'points.empty',
      details: { left: 5 },
    });
    expect((await everyoneOut(auth, hall.id).expect(200)).body).toEqual({ left: 0 });
  });

  test('two at once, in slices: everybody is counted once', async () => {
    const { auth, hall } = await building();
    await buildCrowd(api.services, hall, 700);
    const answers = await Promise.all([everyoneOut(auth, hall.id), everyoneOut(auth, hall.id)]);
    expect(answers.map(({ body }) => body.left).reduce((sum, left) => sum + left, 0)).toBe(700);
    expect(await countsOf(api.services, hall.id)).toMatchObject({ expired: 700, inside: 0 });
  });

  test('whoever comes while it goes on stays', async () => {
    const { auth, hall } = await building();
    await buildCrowd(api.services, hall, 3);
    await buildCrowd(api.services, hall, 1, { at: api.services.clock.now() + 60_000 });
    expect((await everyoneOut(auth, hall.id).expect(200)).body).toEqual({ left: 3 });
    expect(await inAndOut(hall)).toBe(1);
  });

  test('a vehicle’s trip ends: a guard who was given it may say so', async () => {
    const { unit, hall: bus, shop } = await building({ kind: 'vehicle', line: '1 路', plate: '闽A12345' });
    const driver = await signedInStaff(api.services, { unit, roles: ['guard'], points: [bus] });
    await buildPassage(api.services, { point: bus });
    await buildPassage(api.services, { point: bus });
    expect((await everyoneOut(driver.auth, bus.id).expect(200)).body).toEqual({ left: 2 });
    expect((await auditEvents(api.services, bus.id)).at(-1)).toMatchObject({ action: 'points.endTrip' });
    expect(await inAndOut(bus)).toBe(0);
    await buildPassage(api.services, { point: bus });
    expect(await inAndOut(bus)).toBe(1);
    expect(codeOf(await everyoneOut(driver.auth, shop.id).expect(404))).toBe('not_found');
  });

  test('another unit’s point, and one that is not there', async () => {
    const { hall } = await building();
    const { auth } = await signedInStaff(api.services);
    expect(codeOf(await everyoneOut(auth, hall.id).expect(404))).toBe('not_found');
    await everyoneOut(auth, randomUUID()).expect(404);
  });

  test('nothing else is to be said', async () => {
    const { auth, hall } = await building();
    const path = `/api/v1/unit/points/${hall.id}/everyone-out`;
    await api.request.post(path).set(auth).send({ now: true }).expect(400);
  });

  test('only who acts on the flow', async () => {
    const { hall } = await building();
    await expectOnlyFor(api, (auth) => everyoneOut(auth, hall.id), ['viewer', 'clerk']);
  });
});

describe('automatic leave', () => {
  test('of many lets others in between', async () => {
    const { hall, shop } = await building();
    const now = api.services.clock.now();
    await buildCrowd(api.services, hall, 2_000, { at: now - 3 * hour, leavesAt: now - hour });
    const done: string[] = [];
    const leaving = automaticLeave.perform(api.services).then(() => done.push('everybody has left'));
    await buildPassage(api.services, { point: shop }).then(() => done.push('somebody came'));
    await leaving;
    expect(done).toEqual(['somebody came', 'everybody has left']);
  });

  test('of ten thousand people: each once, at the end of the own stay, and told', async () => {
    const { hall, shop } = await building();
    const now = api.services.clock.now();
    await buildCrowd(api.services, hall, 10_000, { at: now - 3 * hour, leavesAt: now - hour });
    await buildCrowd(api.services, shop, 3, { leavesAt: now + hour });
    const told = listen();
    await Promise.all([automaticLeave.perform(api.services), automaticLeave.perform(api.services)]);
    expect(await countsOf(api.services, hall.id)).toMatchObject({ came: 10_000, expired: 10_000, inside: 0 });
    expect(await inAndOut(shop)).toBe(3);
    expect(told[0]).toEqual({ unitId: hall.unitId, pointIds: [hall.id] });
    const rows = await api.services.database.select(
      'SELECT hour, SUM(expired) AS expired FROM flow_counts WHERE point_id = ? AND expired > 0 GROUP BY hour',
      [Buffer.from(hall.id.replaceAll('-', ''), 'hex')],
    );
    expect(rows.map((row) => [Number(row.hour), Number(row.expired)])).toEqual([
      [Math.floor((now - hour) / hour), 10_000],
    ]);
  }, 60_000);
});
