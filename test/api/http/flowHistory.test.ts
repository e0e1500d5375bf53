import { randomUUID } from 'node:crypto';

import { flowDays, flowHours, type FlowHour } from '@anxing/contract/flow';

import { addDays, dayOf, startOfDay } from '../../../api/src/base/days';
import { newId } from '../../../api/src/base/ids';
import { PointsByUnit } from '../../../api/src/flow/pointsByUnit';
import { sampleFlow } from '../../../api/src/jobs/flowSampler';
import { FlowWarning } from '../../../api/src/models/flowWarning';
import type { Point } from '../../../api/src/models/point';
import { judgeWarnings } from '../../../api/src/jobs/judgeWarnings';
import { buildCrowd } from '../../support/api/factories/buildCrowd';
import { buildPassage } from '../../support/api/factories/buildPassage';
import { buildPerson } from '../../support/api/factories/buildPerson';
import { buildPoint } from '../../support/api/factories/buildPoint';
import { signedInStaff, type Auth } from '../../support/api/factories/signedIn';
import { codeOf, expectOnlyFor, faultsOf } from '../../support/api/refusals';
import { startApi, type TestApi } from '../../support/api/testApi';

const hourMs = 3_600_000;
let api: TestApi;

beforeAll(async () => {
  api = await startApi();
});

/** 15:30 of a day to come, so that every hour of it can be reached from the day before. */
beforeEach(() => {
  api.clock.reset();
  const zone = api.services.config.brand.zone;
  const tomorrow = startOfDay(addDays(dayOf(Date.now(), zone), 1), zone);
  api.clock.advance(tomorrow + 15.5 * hourMs - Date.now());
});

afterEach(() => jest.restoreAllMocks());

afterAll(() => api.close());

function today(): string {
  return dayOf(api.services.clock.now(), api.services.config.brand.zone);
}

function midnight(): number {
  return startOfDay(today(), api.services.config.brand.zone);
}

function getHours(auth: Auth, id: string, query: object = {}) {
  return api.request.get(`/api/v1/unit/points/${id}/flow/hours`).set(auth).query(query);
}

function getDays(auth: Auth, id: string, query: object = {}) {
  return api.request.get(`/api/v1/unit/points/${id}/flow/days`).set(auth).query(query);
}

async function hoursOf(auth: Auth, id: string, query: object = {}): Promise<FlowHour[]> {
  const { body } = await getHours(auth, id, query).expect(200);
  expect(flowHours.parse(body)).toEqual(body);

  return body.hours;
}

async function place() {
  const manager = await signedInStaff(api.services);

  return { ...manager, point: await buildPoint(api.services, { unit: manager.unit }) };
}

async function passAt(point: Point, hour: number, direction: 'in' | 'out' = 'in', person?: never) {
  const at = midnight() + hour * hourMs;

  return buildPassage(api.services, { point, ...(person ? { person } : {}), values: { at, direction } });
}

/** A warning that is over, with so many people at its fullest. */
function warned(point: Point, peakAt: number, peak: number): Promise<void> {
  const { database } = api.services;
  const columns = 'id, unit_id, point_id, level, crossing, threshold, raised_at, peak, peak_at, cleared_at';
  const row = [newId(peakAt), point.unitId, point.id, 'near', peak, 2, peakAt, peak, peakAt, peakAt + 1];

  return database.write((tx) => database.within(tx).insert(`flow_warnings (${columns})`, [row]));
}

describe('a day, hour by hour', () => {
  test('comings, goings and who was inside, exact also for what was told late', async () => {
    const { auth, point } = await place();
    const visitor = await buildPerson(api.services);
    const at = (hour: number) => midnight() + hour * hourMs;
    await buildPassage(api.services, { point, values: { at: at(14.5) } });
    await buildPassage(api.services, { point, person: visitor, values: { at: at(12.2) } });
    await buildPassage(api.services, { point, person: visitor, values: { at: at(13.7), direction: 'out' } });
    const hours = await hoursOf(auth, point.id);
    expect(hours).toHaveLength(24);
    expect(hours.map(({ at: begin }) => (begin - midnight()) / hourMs)).toEqual([...Array(24).keys()]);
    expect(hours.map(({ in: came, out, inside }) => [came, out, inside]).slice(11)).toEqual([
      [0, 0, 0],
      [1, 0, 1],
      [0, 1, 0],
      [1, 0, 1],
      [0, 0, 1],
      ...Array(8).fill([0, 0, null]),
    ]);
  });

  test('yesterday, and who stayed over midnight', async () => {
    const { auth, point } = await place();
    const before = midnight() - hourMs;
    await buildCrowd(api.services, point, 3, { at: before, leavesAt: midnight() + 40 * hourMs });
    const yesterday = dayOf(before, api.services.config.brand.zone);
    const inside = (await hoursOf(auth, point.id, { day: yesterday })).map((hour) => hour.inside);
    expect(inside).toEqual([...Array(23).fill(0), 3]);
    expect((await hoursOf(auth, point.id)).map((hour) => hour.inside).slice(0, 16)).toEqual(
      Array(16).fill(3),
    );
  });

  test('above others it goes by samples: everybody once, the same until something changes', async () => {
    const { auth, unit, point: hall } = await place();
    const [gate, floor] = [
      await buildPoint(api.services, { unit, parent: hall }),
      await buildPoint(api.services, { unit, parent: hall }),
    ];
    const sample = async () => {
      const points = new PointsByUnit();
      points.add(unit.id, [gate.id, floor.id]);
      await sampleFlow(api.services, points);
    };
    api.clock.advance(-5 * hourMs);
    const people = await buildCrowd(api.services, gate, 4);
    await buildCrowd(api.services, floor, 0, { personIds: people });
    await sample();
    api.clock.advance(3 * hourMs);
    await buildCrowd(api.services, floor, 2);
    await sample();
    await buildCrowd(api.services, floor, 1);
    await sample();
    api.clock.advance(2 * hourMs);
    await buildCrowd(api.services, gate, 1);

    const hours = await hoursOf(auth, hall.id);
    expect(hours.map(({ inside }) => inside)).toEqual([
      ...Array(10).fill(0),
      4,
      4,
      4,
      7,
      7,
      8,
      ...Array(8).fill(null),
    ]);
    expect(hours[10]).toMatchObject({ in: 8 });
    const { body } = await getDays(auth, hall.id, {}).expect(200);
    expect(body.items.at(-1)).toMatchObject({ in: 12, out: 0, peak: 8 });
  });

  test('a day that is none, and one that is to come', async () => {
    const { auth, point } = await place();
    expect(Object.keys(faultsOf(await getHours(auth, point.id, { day: '2026-02-30' }).expect(400)))).toEqual([
      'day',
    ]);
    const later = await hoursOf(auth, point.id, { day: '2900-01-01' });
    expect(later.every(({ in: came, inside }) => came === 0 && inside === null)).toBe(true);
  });
});

describe('what was counted longer ago than counts are kept', () => {
  function firstKeptDay(): string {
    return addDays(today(), -api.services.config.retention.flowDays);
  }

  async function insideOn(auth: Auth, id: string, day: string) {
    return (await hoursOf(auth, id, { day })).map(({ inside }) => inside);
  }

  test('nobody knows any more, to the hour', async () => {
    const { auth, unit, point: hall } = await place();
    const gate = await buildPoint(api.services, { unit, parent: hall });
    await buildCrowd(api.services, gate, 3);
    for (const { id } of [hall, gate]) {
      const first = firstKeptDay();
      expect(await insideOn(auth, id, addDays(first, -1))).toEqual(Array(24).fill(null));
      expect(await insideOn(auth, id, first)).toEqual([...Array(15).fill(null), ...Array(9).fill(0)]);
      expect(await insideOn(auth, id, addDays(first, 1))).toEqual(Array(24).fill(0));
      expect(new Set(await insideOn(auth, id, '1900-01-01'))).toEqual(new Set([null]));
    }
  });

  test('has no number of a day, and nothing is counted for it', async () => {
    const { auth, point } = await place();
    await buildCrowd(api.services, point, 3);
    const first = firstKeptDay();
    const range = { from: addDays(first, -1), to: addDays(first, 1) };
    const { body } = await getDays(auth, point.id, range).expect(200);
    expect(body.items.map(({ peak }: { peak: number | null }) => peak)).toEqual([null, 0, 0]);

    const selecting = jest.spyOn(api.services.database, 'select');
    const { body: old } = await getDays(auth, point.id, { from: '1900-01-01', to: '1900-01-31' }).expect(200);
    expect(flowDays.parse(old)).toEqual(old);
    expect(old.items).toHaveLength(31);
    expect(old.items[0]).toEqual({ day: '1900-01-01', in: 0, out: 0, peak: null });
    expect(old.items.every(({ peak }: { peak: number | null }) => peak === null)).toBe(true);
    const counting = selecting.mock.calls.filter(([sql]) => /flow_counts|presences/.test(sql));
    expect(counting).toEqual([]);
  });

  test('people who came after the asked day were not there on it', async () => {
    const { auth, point } = await place();
    const leavesAt = midnight() + 40 * hourMs;
    await buildCrowd(api.services, point, 2, { at: midnight() - 71 * hourMs, leavesAt });
    await buildCrowd(api.services, point, 4, { at: midnight() - 5 * hourMs, leavesAt });
    await passAt(point, 14);
    expect(await insideOn(auth, point.id, addDays(today(), -3))).toEqual([0, ...Array(23).fill(2)]);
  });
});

describe('days', () => {
  test('the last thirty, each summed up with its busiest moment', async () => {
    const { auth, point } = await place();
    await passAt(point, 13);
    await passAt(point, 14);
    await buildCrowd(api.services, point, 5, { at: midnight() - 5 * hourMs });
    const { body } = await getDays(auth, point.id).expect(200);
    expect(flowDays.parse(body)).toEqual(body);
    expect(body.items).toHaveLength(30);
    expect(body.items.slice(-2)).toEqual([
      { day: addDays(today(), -1), in: 5, out: 0, peak: 5 },
      { day: today(), in: 2, out: 0, peak: 7 },
    ]);
    expect(body.items[0]).toEqual({ day: addDays(today(), -29), in: 0, out: 0, peak: 0 });
  });

  test('a warning may know of more people than the ends of hours', async () => {
    const { auth, unit } = await place();
    const point = await buildPoint(api.services, { unit, values: { warningLine: 2 } });
    await buildCrowd(api.services, point, 3);
    await judgeWarnings(api.services, unit.id, [point.id]);
    const [warning] = await FlowWarning.findAll({ where: { pointId: point.id } });
    const { database } = api.services;
    const sql = 'UPDATE flow_warnings SET peak = 9 WHERE id = ?';
    await database.write((tx) => database.execute(sql, [warning?.id], tx));
    const { body } = await getDays(auth, point.id).expect(200);
    expect(body.items.at(-1)).toMatchObject({ in: 3, peak: 9 });
  });

  test('only warnings of those days are read, each for the day of its peak', async () => {
    const { auth, point } = await place();
    const [begin, end] = [midnight() - 72 * hourMs, midnight() - 24 * hourMs];
    await warned(point, begin - 1, 50);
    await warned(point, begin, 7);
    await warned(point, end - 1, 8);
    await warned(point, end, 60);
    const reading = jest.spyOn(FlowWarning, 'findAll');
    const range = { from: addDays(today(), -3), to: addDays(today(), -2) };
    const { body } = await getDays(auth, point.id, range).expect(200);
    expect(body.items.map(({ peak }: { peak: number }) => peak)).toEqual([7, 8]);
    const read: FlowWarning[][] = await Promise.all(reading.mock.results.map(({ value }) => value));
    const peaks = read.flat().map(({ peak }) => peak);
    expect(peaks.sort()).toEqual([7, 8]);
  });

  test('a range of one’s own; too long, reversed or nonsense is named', async () => {
    const { auth, point } = await place();
    const { body } = await getDays(auth, point.id, { from: '2026-03-01', to: '2026-03-03' }).expect(200);
    expect(body.items.map(({ day }: { day: string }) => day)).toEqual([
      '2026-03-01',
      '2026-03-02',
      '2026-03-03',
    ]);
    const named = async (query: object) =>
      Object.keys(faultsOf(await getDays(auth, point.id, query).expect(400)));
    expect(await named({ from: '2026-03-03', to: '2026-03-01' })).toEqual(['to']);
    expect(await named({ from: '2026-01-01', to: '2026-12-31' })).toEqual(['to']);
    expect(await named({ from: '2020-01-01' })).toEqual(['from']);
    expect(await named({ from: '2900-01-01' })).toEqual(['from']);
    expect(await named({ from: 'x', page: 2 })).toEqual(['from', 'page']);
    const most = { from: '2026-01-01', to: '2026-04-02' };
    expect((await getDays(auth, point.id, most).expect(200)).body.items).toHaveLength(92);
  });
});

test('points out of sight and of other units are not there', async () => {
  const { unit, point } = await place();
  const guard = await signedInStaff(api.services, { unit, roles: ['guard'] });
  const stranger = await signedInStaff(api.services);
  for (const { auth } of [guard, stranger]) {
    expect(codeOf(await getHours(auth, point.id).expect(404))).toBe('not_found');
    expect(codeOf(await getDays(auth, point.id).expect(404))).toBe('not_found');
  }
  await getDays(stranger.auth, randomUUID()).expect(404);
  const own = await signedInStaff(api.services, { unit, roles: ['guard'], points: [point] });
  await getHours(own.auth, point.id).expect(200);
});

test('only who reads the flow', async () => {
  const { point } = await place();
  await expectOnlyFor(api, (auth) => getHours(auth, point.id), ['clerk']);
  await expectOnlyFor(api, (auth) => getDays(auth, point.id), ['clerk']);
});
