import { randomUUID } from 'node:crypto';
import { setTimeout as sleep } from 'node:timers/promises';

import {
  flow as flowSchema,
  flowChange,
  type Flow,
  type FlowChange,
  type FlowEnd,
} from '@anxing/contract/flow';
import { limits } from '@anxing/contract/limits';

import { newsGapMs } from '../../../api/src/flow/liveUnit';
import { Point } from '../../../api/src/models/point';
import { readEvents, type EventReader } from '../../support/api/eventReader';
import { buildPassage } from '../../support/api/factories/buildPassage';
import { buildPoint } from '../../support/api/factories/buildPoint';
import { signedInStaff, type Auth } from '../../support/api/factories/signedIn';
import { signIn } from '../../support/api/factories/signIn';
import { codeOf, expectOnlyFor } from '../../support/api/refusals';
import { startApi, type TestApi } from '../../support/api/testApi';

const path = '/api/v1/unit/flow/stream';
let api: TestApi;
let readers: EventReader[] = [];

beforeAll(async () => {
  api = await startApi();
});

afterEach(async () => {
  jest.restoreAllMocks();
  readers.forEach((reader) => reader.close());
  readers = [];
  while (api.services.flow.streams.size > 0) {
    await sleep(10);
  }
});

afterAll(() => api.close());

async function listen(auth: Auth, headers: Record<string, string> = {}): Promise<EventReader> {
  const reader = await readEvents(api, path, auth, headers);
  readers.push(reader);

  return reader;
}

async function mall() {
  const manager = await signedInStaff(api.services);
  const { unit } = manager;
  const hall = await buildPoint(api.services, { unit, values: { capacity: 10, warningLine: 5 } });
  const gate = await buildPoint(api.services, { unit, parent: hall });
  const shop = await buildPoint(api.services, { unit });

  return { ...manager, hall, gate, shop };
}

test('everything first, then the rows that changed, with those above them', async () => {
  const { auth, hall, gate, shop } = await mall();
  const stream = await listen(auth);
  expect(stream.status).toBe(200);
  expect(stream.headers).toMatchObject({
    'content-type': 'text/event-stream; charset=utf-8',
    'cache-control': 'no-store, no-transform',
    'x-accel-buffering': 'no',
  });
  const snapshot = await stream.next<Flow>('snapshot');
  expect(flowSchema.parse(snapshot)).toEqual(snapshot);
  expect(snapshot.items.map(({ pointId }) => pointId)).toEqual([hall.id, gate.id, shop.id]);

  await buildPassage(api.services, { point: gate });
  const change = await stream.next<FlowChange>('change');
  expect(flowChange.parse(change)).toEqual(change);
  expect(change.gone).toEqual([]);
  expect(change.items).toMatchObject([
    { pointId: hall.id, in: 1, inside: 1 },
    { pointId: gate.id, in: 1, inside: 1 },
  ]);
});

test('whoever comes back gets everything anew', async () => {
  const { auth, shop } = await mall();
  const first = await listen(auth);
  await first.next('snapshot');
  first.close();
  await buildPassage(api.services, { point: shop });
  const second = await listen(auth, { 'last-event-id': first.events.at(-1)?.id ?? '' });
  const { items } = await second.next<Flow>('snapshot');
  expect(items).toMatchObject([{ inside: 0 }, { inside: 0 }, { pointId: shop.id, inside: 1 }]);
});

test('points that are opened, renamed and closed', async () => {
  const { auth, unit, shop } = await mall();
  const stream = await listen(auth);
  await stream.next('snapshot');
  const change = (body: object) =>
    api.request.patch(`/api/v1/unit/points/${shop.id}`).set(auth).send(body).expect(200);

  await change({ name: '新店', capacity: 3 });
  expect((await stream.next<FlowChange>('change')).items).toMatchObject([
    { pointId: shop.id, name: '新店', capacity: 3 },
  ]);
  await change({ active: false });
  expect(await stream.next('change')).toMatchObject({ items: [], gone: [shop.id] });
  const opened = await buildPoint(api.services, { unit });
  expect((await stream.next<FlowChange>('change')).items).toMatchObject([{ pointId: opened.id, inside: 0 }]);
});

/** The points of other units that an import changes, and one whose name is another now. */
async function importWith(point: Point, name: string) {
  const { database } = api.services;
  await database.write((tx) =>
    database.execute('UPDATE points SET name = ? WHERE id = ?', [name, point.id], tx),
  );
  const ids = [...Array.from({ length: 600 }, () => randomUUID()), point.id];

  return ids.map((id) => ({ table: Point.tableName, id }));
}

test('points that change together, as in an import, are looked up together', async () => {
  const { auth, shop } = await mall();
  const stream = await listen(auth);
  await stream.next('snapshot');
  const changes = await importWith(shop, '进货');
  const asking = jest.spyOn(api.services.database.sequelize, 'query');
  api.services.bus.publish('changes', changes);
  expect((await stream.next<FlowChange>('change')).items).toMatchObject([{ pointId: shop.id, name: '进货' }]);
  const asked = asking.mock.calls.map(([sql]) => String(Reflect.get(Object(sql), 'query') ?? sql));
  expect(asked.filter((sql) => /FROM `points`/.test(sql)).length).toBeLessThanOrEqual(5);
});

test('while they cannot be looked up, everything that is watched is read anew', async () => {
  const { auth, shop } = await mall();
  const stream = await listen(auth);
  await stream.next('snapshot');
  const changes = await importWith(shop, '退货');
  jest.spyOn(Point, 'findAll').mockRejectedValueOnce(new Error('gone'));
  api.services.bus.publish('changes', changes);
  expect((await stream.next<FlowChange>('change')).items).toMatchObject([{ pointId: shop.id, name: '退货' }]);
});

test('a rush is a message each half second, and the counts are read once for all who watch', async () => {
  const { auth, shop } = await mall();
  const streams = [await listen(auth), await listen(auth), await listen(auth)];
  await Promise.all(streams.map((stream) => stream.next('snapshot')));
  const counting = jest.spyOn(api.services.database, 'select');
  const start = Date.now();
  for (let i = 0; i < 40; i += 1) {
    await buildPassage(api.services, { point: shop });
  }
  const seen = await Promise.all(
    streams.map(async (stream) => {
      for (;;) {
        const { items } = await stream.next<FlowChange>('change');
        if (items[0]?.inside === 40) {
          return stream.events.filter(({ event }) => event === 'change').length;
        }
      }
    }),
  );
  const most = Math.floor((Date.now() - start) / newsGapMs) + 1;
  expect(Math.max(...seen)).toBeLessThanOrEqual(most);
  const reads = counting.mock.calls.filter(([sql]) => sql.includes('FROM flow_counts')).length;
  expect(reads).toBeLessThanOrEqual(most + 1);
});

test('a guard sees the points given to him, and others as soon as they are given', async () => {
  const { auth, unit, hall, gate, shop } = await mall();
  const guard = await signedInStaff(api.services, { unit, roles: ['guard'], points: [gate] });
  const stream = await listen(guard.auth);
  expect((await stream.next<Flow>('snapshot')).items.map(({ pointId }) => pointId)).toEqual([gate.id]);
  await buildPassage(api.services, { point: shop });
  await buildPassage(api.services, { point: gate });
  expect((await stream.next<FlowChange>('change')).items.map(({ pointId }) => pointId)).toEqual([gate.id]);

  const given = { pointIds: [gate.id, hall.id] };
  await api.request.patch(`/api/v1/unit/staff/${guard.staff.id}`).set(auth).send(given).expect(200);
  expect((await stream.next<Flow>('snapshot')).items).toMatchObject([
    { pointId: hall.id, inside: 1 },
    { pointId: gate.id, inside: 1 },
  ]);
});

describe('it ends', () => {
  async function endOf(stream: EventReader): Promise<FlowEnd> {
    const end = await stream.next<FlowEnd>('end');
    await stream.ended;

    return end;
  }

  test('with the session', async () => {
    const { auth, staff } = await mall();
    const [own, other] = [await listen(auth), await listen(await signIn(api.services, { staff }))];
    await own.next('snapshot');
    await other.next('snapshot');
    await api.request.delete('/api/v1/sessions/current').set(auth).expect(204);
    expect(await endOf(own)).toEqual({ reason: 'signedOut' });
    expect(other.events.map(({ event }) => event)).toEqual(['snapshot']);
    expect(api.services.flow.streams.size).toBe(1);
  });

  test('when the staff member is disabled, or may not look any more', async () => {
    const { auth, unit } = await mall();
    const [disabled, demoted] = [
      await signedInStaff(api.services, { unit, roles: ['viewer'] }),
      await signedInStaff(api.services, { unit, roles: ['viewer'] }),
    ];
    const streams = [await listen(disabled.auth), await listen(demoted.auth)];
    await Promise.all(streams.map((stream) => stream.next('snapshot')));
    const patch = (id: string, body: object) =>
      api.request.patch(`/api/v1/unit/staff/${id}`).set(auth).send(body).expect(200);
    await patch(disabled.staff.id, { active: false });
    await patch(demoted.staff.id, { roles: ['clerk'] });
    for (const stream of streams) {
      expect(await endOf(stream)).toEqual({ reason: 'signedOut' });
    }
  });

  test('with the next beat, when nobody told that the session is over', async () => {
    const { auth, staff } = await mall();
    const stream = await listen(auth);
    await stream.next('snapshot');
    await api.services.flow.streams.beat();
    expect(await stream.next('beat')).toEqual({ at: expect.any(Number) });

    const { database } = api.services;
    const sql = 'UPDATE sessions SET revoked_at = 1 WHERE staff_id = ?';
    await database.write((tx) => database.execute(sql, [staff.id], tx));
    jest.spyOn(api.services.bus, 'isHealthy').mockReturnValue(false);
    await api.services.flow.streams.beat();
    expect(await endOf(stream)).toEqual({ reason: 'signedOut' });
  });
});

test('while the bus cannot be relied on, the database is asked', async () => {
  const { auth, shop } = await mall();
  const stream = await listen(auth);
  await stream.next('snapshot');
  jest.spyOn(api.services.bus, 'isHealthy').mockReturnValue(false);
  jest.spyOn(api.services.bus, 'publish').mockImplementation(() => undefined);
  await buildPassage(api.services, { point: shop });
  expect((await stream.next<FlowChange>('change')).items).toMatchObject([{ pointId: shop.id, inside: 1 }]);
});

test('one person has so many streams at most, and gets the place of one that was closed', async () => {
  const { auth } = await mall();
  for (let i = 0; i < limits.flowStreamsPerStaff; i += 1) {
    await (await listen(auth)).next('snapshot');
  }
  const refused = await api.request.get(path).set(auth).expect(429);
  expect(codeOf(refused)).toBe('too_many_requests');
  expect(Number(refused.headers['retry-after'])).toBeGreaterThan(0);
  readers[0]?.close();
  await readers[0]?.ended;
  while (api.services.flow.streams.size >= limits.flowStreamsPerStaff) {
    await sleep(10);
  }
  expect((await listen(auth)).status).toBe(200);
});

test('a failing database keeps no place', async () => {
  const { auth } = await mall();
  jest.spyOn(api.services.flow.live, 'watch').mockRejectedValueOnce(new Error('gone'));
  await api.request.get(path).set(auth).expect(500);
  expect(api.services.flow.streams.size).toBe(0);
});

test('only who reads the flow', async () => {
  await expectOnlyFor(api, (auth) => api.request.get(path).set(auth), ['clerk']);
});
