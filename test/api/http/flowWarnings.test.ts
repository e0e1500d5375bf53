import type { Flow, FlowWarning as WarningAnswer } from '@anxing/contract/flow';

import { FlowWatch } from '../../../api/src/jobs/flowWatch';
import { judgeWarnings } from '../../../api/src/jobs/judgeWarnings';
import { sweepWarnings } from '../../../api/src/jobs/sweepWarnings';
import { FlowWarning } from '../../../api/src/models/flowWarning';
import { Message } from '../../../api/src/models/message';
import type { Point } from '../../../api/src/models/point';
import { auditEvents } from '../../support/api/auditEvents';
import { buildCrowd } from '../../support/api/factories/buildCrowd';
import { buildPassage } from '../../support/api/factories/buildPassage';
import { buildPoint } from '../../support/api/factories/buildPoint';
import { signedInStaff, type Auth } from '../../support/api/factories/signedIn';
import { startApi, type TestApi } from '../../support/api/testApi';
import { eventually } from '../../support/e2e/eventually';

let api: TestApi;

beforeAll(async () => {
  api = await startApi();
});

afterEach(() => api.clock.reset());

afterAll(() => api.close());

async function place(values: object = { capacity: 12, warningLine: 10 }) {
  const manager = await signedInStaff(api.services);

  return { ...manager, point: await buildPoint(api.services, { unit: manager.unit, values }) };
}

function judge(...points: Point[]): Promise<void> {
  const [first] = points;

  return judgeWarnings(
    api.services,
    first?.unitId ?? '',
    points.map(({ id }) => id),
  );
}

/** Everybody out, past the API. */
async function leave(point: Point, personIds: readonly string[]): Promise<void> {
  const { database } = api.services;
  const bytes = personIds.map((id) => Buffer.from(id.replaceAll('-', ''), 'hex'));
  const sql = 'UPDATE presences SET inside = 0 WHERE point_id = ? AND person_id IN (?)';
  await database.write((tx) =>
    database.execute(sql, [Buffer.from(point.id.replaceAll('-', ''), 'hex'), bytes], tx),
  );
}

function warningsOf(point: Point): Promise<FlowWarning[]> {
  return FlowWarning.findAll({ where: { pointId: point.id }, order: ['id'] });
}

async function history(auth: Auth): Promise<WarningAnswer[]> {
  return (await api.request.get('/api/v1/unit/flow/warnings').set(auth).expect(200)).body.items;
}

describe('one warning per crossing', () => {
  test('raised at the line, told once, ended when a tenth has left, raised again', async () => {
    const { auth, staff, point } = await place({ warningLine: 10 });
    const people = await buildCrowd(api.services, point, 9);
    await judge(point);
    expect(await warningsOf(point)).toEqual([]);

    const [tenth = '', eleventh = ''] = await buildCrowd(api.services, point, 2);
    await judge(point);
    await judge(point);
    const { body } = await api.request.get('/api/v1/unit/flow').set(auth).expect(200);
    expect((body as Flow).items).toMatchObject([{ inside: 11, state: 'warning' }]);
    expect((body as Flow).warnings).toMatchObject([
      { pointId: point.id, level: 'line', threshold: 10, acknowledgedAt: null },
    ]);

    await leave(point, [tenth]);
    await judge(point);
    await leave(point, [eleventh]);
    await judge(point);
    expect((await warningsOf(point)).map(({ clearedAt }) => clearedAt)).toEqual([expect.any(Number)]);

    await buildCrowd(api.services, point, 1);
    await judge(point);
    expect((await warningsOf(point)).map(({ crossing, peak }) => [crossing, peak])).toEqual([
      [1, 11],
      [2, 10],
    ]);
    expect(await Message.count({ where: { staffId: staff.id, kind: 'flow' } })).toBe(2);
    expect(people).toHaveLength(9);
  });

  test('between the line and its end nothing happens, however often it swings', async () => {
    const { point } = await place({ warningLine: 20 });
    await buildCrowd(api.services, point, 19);
    for (let i = 0; i < 5; i += 1) {
      const swinging = await buildCrowd(api.services, point, 1);
      await judge(point);
      await leave(point, swinging);
      await judge(point);
    }
    expect(await warningsOf(point)).toHaveLength(1);
  });

  test('two processes that see it at once raise it once', async () => {
    const { point, staff } = await place({ capacity: 5 });
    await buildCrowd(api.services, point, 6);
    await Promise.all(Array.from({ length: 6 }, () => judge(point)));
    expect(await warningsOf(point)).toHaveLength(1);
    expect(await Message.count({ where: { staffId: staff.id } })).toBe(1);

    const { database } = api.services;
    await leave(point, await insideOf(point));
    await Promise.all(Array.from({ length: 6 }, () => judge(point)));
    const [warning] = await warningsOf(point);
    const cleared = (await auditEvents(api.services, warning?.id ?? '')).map(({ action }) => action);
    expect(cleared).toEqual(['flow_warnings.create', 'flow_warnings.update']);
    const states = await database.select('SELECT raised, crossing FROM flow_states WHERE point_id = ?', [
      point.id,
    ]);
    expect(states.map((state) => [Number(state.raised), Number(state.crossing)])).toContainEqual([0, 1]);
  });

  test('line and capacity are two warnings, and the highest number is kept', async () => {
    const { auth, point } = await place();
    await buildCrowd(api.services, point, 10);
    await judge(point);
    await buildCrowd(api.services, point, 4);
    await judge(point);
    await buildCrowd(api.services, point, 1);
    await judge(point);
    const warnings = await history(auth);
    expect(warnings).toMatchObject([
      { level: 'full', threshold: 12, capacity: 12, peak: 15, pointName: point.name, clearedAt: null },
      { level: 'line', threshold: 10, peak: 15, acknowledgedBy: null, note: null },
    ]);
    expect(warnings[0]?.peakAt).toBeGreaterThan(warnings[1]?.raisedAt ?? Infinity);
  });
});

async function insideOf(point: Point): Promise<string[]> {
  const rows = await api.services.database.select(
    'SELECT person_id FROM presences WHERE point_id = ? AND inside = 1',
    [Buffer.from(point.id.replaceAll('-', ''), 'hex')],
  );

  return rows.map((row) => Buffer.from(row.person_id as Uint8Array).toString('hex'));
}

describe('who counts', () => {
  test('people below count once for those above', async () => {
    const { unit } = await place();
    const hall = await buildPoint(api.services, { unit, values: { warningLine: 10 } });
    const [gate, floor] = [
      await buildPoint(api.services, { unit, parent: hall }),
      await buildPoint(api.services, { unit, parent: hall }),
    ];
    const personIds = await buildCrowd(api.services, gate, 6);
    await buildCrowd(api.services, floor, 0, { personIds });
    await judge(gate, floor);
    expect(await warningsOf(hall)).toEqual([]);

    await buildCrowd(api.services, floor, 4);
    await judge(floor);
    expect((await warningsOf(hall)).map(({ peak }) => peak)).toEqual([10]);
    const [message] = await Message.findAll({ order: [['id', 'DESC']], limit: 1 });
    expect(message?.body).toContain(hall.name);
  });

  test('what phones tell late of yesterday raises nothing today', async () => {
    const { point } = await place({ warningLine: 3 });
    const watch = new FlowWatch(api.services);
    watch.start();
    const at = api.services.clock.now() - 26 * 3_600_000;
    for (let i = 0; i < 5; i += 1) {
      await buildPassage(api.services, { point, values: { at } });
    }
    await watch.stop();
    expect(await warningsOf(point)).toEqual([]);
  });
});

describe('it is noticed', () => {
  test('soon after a check-in', async () => {
    const { point } = await place({ warningLine: 2 });
    const watch = new FlowWatch(api.services);
    watch.start();
    await buildPassage(api.services, { point });
    await buildPassage(api.services, { point });
    await eventually(async () => expect(await warningsOf(point)).toHaveLength(1));
    await watch.stop();
  });

  test('before a process ends, if it was told', async () => {
    const { point } = await place({ warningLine: 2 });
    const watch = new FlowWatch(api.services);
    watch.start();
    await buildPassage(api.services, { point });
    await buildPassage(api.services, { point });
    await watch.stop();
    expect(await warningsOf(point)).toHaveLength(1);
  });

  test('within a minute, when a process was killed before it told anybody', async () => {
    const { point } = await place({ warningLine: 2 });
    const people = await buildCrowd(api.services, point, 3);
    await sweepWarnings.perform(api.services);
    expect(await warningsOf(point)).toHaveLength(1);
    await leave(point, people);
    await sweepWarnings.perform(api.services);
    expect((await warningsOf(point))[0]?.clearedAt).not.toBeNull();
  });

  test('while the bus is down', async () => {
    jest.useFakeTimers({ doNotFake: ['nextTick', 'setImmediate', 'queueMicrotask', 'Date'] });
    const { point } = await place({ warningLine: 2 });
    const watch = new FlowWatch(api.services);
    watch.start();
    jest.spyOn(api.services.bus, 'isHealthy').mockReturnValue(false);
    await buildCrowd(api.services, point, 3);
    jest.advanceTimersByTime(6_000);
    jest.useRealTimers();
    await watch.stop();
    expect(await warningsOf(point)).toHaveLength(1);
    jest.restoreAllMocks();
  });

  test('when somebody lowers the line, takes it away, or closes the point', async () => {
    const { auth, point } = await place({ warningLine: 50 });
    await buildCrowd(api.services, point, 20);
    const change = async (body: object) => {
      const watch = new FlowWatch(api.services);
      watch.start();
      await api.request.patch(`/api/v1/unit/points/${point.id}`).set(auth).send(body).expect(200);
      await watch.stop();

      return (await warningsOf(point)).map(({ clearedAt }) => clearedAt !== null);
    };
    expect(await change({ warningLine: 20 })).toEqual([false]);
    expect(await change({ warningLine: null })).toEqual([true]);
    expect(await change({ capacity: 15 })).toEqual([true, false]);
    expect(await change({ active: false })).toEqual([true, true]);
  });
});
