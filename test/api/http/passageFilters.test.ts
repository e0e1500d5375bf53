import { limits } from '@anxing/contract/limits';

import { addDays, dayOf, startOfDay } from '../../../api/src/base/days';
import { buildDevice } from '../../support/api/factories/buildDevice';
import { buildPassage } from '../../support/api/factories/buildPassage';
import { buildPerson } from '../../support/api/factories/buildPerson';
import { buildPoint } from '../../support/api/factories/buildPoint';
import { buildStaff } from '../../support/api/factories/buildStaff';
import { signedInStaff, type Auth } from '../../support/api/factories/signedIn';
import { faultsOf } from '../../support/api/refusals';
import { startApi, type TestApi } from '../../support/api/testApi';

const path = '/api/v1/unit/passages';
const minute = 60_000;
let api: TestApi;

beforeAll(async () => {
  api = await startApi();
});

afterEach(() => api.clock.reset());

afterAll(() => api.close());

function list(auth: Auth, query: object = {}) {
  return api.request.get(path).set(auth).query(query);
}

async function idsOf(auth: Auth, query: object = {}): Promise<string[]> {
  const { body } = await list(auth, query).expect(200);

  return body.items.map(({ id }: { id: string }) => id);
}

async function venue() {
  const viewer = await signedInStaff(api.services, { roles: ['viewer'] });

  return { ...viewer, point: await buildPoint(api.services, { unit: viewer.unit }) };
}

type Values = NonNullable<Parameters<typeof buildPassage>[1]>['values'];

async function pass(point: Parameters<typeof buildPoint>[1] & object, values: Values = {}): Promise<string> {
  return (await buildPassage(api.services, { point: point as never, values })).passage.id;
}

describe('times', () => {
  test('minutes of the configured zone, both included', async () => {
    const { auth, point } = await venue();
    const { zone } = api.services.config.brand;
    const day = addDays(dayOf(Date.now(), zone), -1);
    const morning = startOfDay(day, zone) + 8 * 60 * minute;
    const before = await pass(point, { at: morning - 1 });
    const first = await pass(point, { at: morning });
    const last = await pass(point, { at: morning + 31 * minute - 1 });
    const after = await pass(point, { at: morning + 31 * minute });

    expect(await idsOf(auth, { from: `${day}T08:00`, to: `${day}T08:30` })).toEqual([last, first]);
    expect(await idsOf(auth, { from: `${day}T08:00` })).toEqual([after, last, first]);
    expect(await idsOf(auth, { from: day, to: `${day}T07:59` })).toEqual([before]);
    expect(await idsOf(auth, { from: `${day}T08:31`, to: day })).toEqual([after]);
  });

  test('a check-in whose phone is ahead lies in tomorrow’s partition and is found today', async () => {
    const { zone } = api.services.config.brand;
    const midnight = startOfDay(addDays(dayOf(Date.now(), zone), 1), zone);
    api.clock.advance(midnight - minute - Date.now());
    const { auth, point } = await venue();
    const at = api.clock.now();
    const tomorrow = Number(dayOf(midnight, zone).replaceAll('-', ''));
    const id = await pass(point, { at, day: tomorrow });

    expect(await idsOf(auth)).toEqual([id]);
    expect(await idsOf(auth, { from: dayOf(at, zone), to: dayOf(at, zone) })).toEqual([id]);
  });

  test('what is over its time is not listed, also where it is still stored', async () => {
    const { auth, point } = await venue();
    const { passageDays } = api.services.config.retention;
    const { zone } = api.services.config.brand;
    const kept = startOfDay(addDays(dayOf(Date.now(), zone), -passageDays), zone);
    const oldest = await pass(point, { at: kept });
    await pass(point, { at: kept - 1 });

    expect(await idsOf(auth)).toEqual([oldest]);
    expect(await idsOf(auth, { from: '1999-12-31' })).toEqual([oldest]);
    expect(await idsOf(auth, { to: '1999-12-31' })).toEqual([]);
    expect(await idsOf(auth, { from: '2999-12-31' })).toEqual([]);
  });

  test('wrong times are named', async () => {
    const { auth } = await venue();
    const wrong = ['2026-11-20T24:00', '2026-11-20T08:60', '2026-11-20 08:00', '2026-11-20T08:00T', 'T08:00'];
    for (const from of wrong) {
      expect(faultsOf(await list(auth, { from }).expect(400))).toEqual({ from: 'Enter a real date or time' });
    }
    const turned = { from: '2026-11-20T08:01', to: '2026-11-20T08:00' };
    expect(faultsOf(await list(auth, turned).expect(400))).toEqual({ to: 'The range ends before it begins' });
    await list(auth, { from: '2026-11-20T08:00', to: '2026-11-20' }).expect(200);
  });
});

describe('points', () => {
  test('several at once, each with those below it', async () => {
    const { auth, unit, point } = await venue();
    const gate = await buildPoint(api.services, { unit, parent: point });
    const [shop, other] = [
      await buildPoint(api.services, { unit }),
      await buildPoint(api.services, { unit }),
    ];
    const ids = [await pass(gate), await pass(point), await pass(shop)];
    await pass(other);

    expect((await idsOf(auth, { pointId: `${point.id},${shop.id}` })).sort()).toEqual([...ids].sort());
    expect(await idsOf(auth, { pointId: `${shop.id},${shop.id}` })).toEqual([ids[2]]);
  });

  test('many below one are listed in order too, page by page', async () => {
    const { auth, unit, point } = await venue();
    const gates = await Promise.all(
      Array.from({ length: 18 }, () => buildPoint(api.services, { unit, parent: point })),
    );
    const now = Date.now();
    const made: string[] = [];
    for (const [i, gate] of [...gates.slice(0, 4), ...gates.slice(0, 4)].entries()) {
      made.unshift(await pass(gate, { at: now - 60_000 + i }));
    }
    for (const pointId of [
      point.id,
      gates
        .slice(0, 4)
        .map(({ id }) => id)
        .join(','),
    ]) {
      const first = await list(auth, { pointId, limit: 5 }).expect(200);
      const second = await list(auth, { pointId, limit: 5, cursor: first.body.next }).expect(200);
      const seen = [...first.body.items, ...second.body.items] as { id: string }[];
      expect(seen.map(({ id }) => id)).toEqual(made);
      expect(first.body.total).toEqual({ count: 8, isMore: false });
    }
  });

  test('too many, unknown ones and another unit’s are refused', async () => {
    const { auth, point } = await venue();
    const foreign = await buildPoint(api.services);
    const many = Array.from({ length: limits.pointsInFilter + 1 }, () => point.id).join(',');

    expect(faultsOf(await list(auth, { pointId: many }).expect(400))).toEqual({ pointId: 'Too long' });
    expect(faultsOf(await list(auth, { pointId: `${point.id},` }).expect(400))).toEqual({
      pointId: 'Wrong format',
    });
    expect(faultsOf(await list(auth, { pointId: `${point.id},${foreign.id}` }).expect(400))).toEqual({
      pointId: 'No such point',
    });
  });
});

test('who scanned, what was counted, and how warm', async () => {
  const { auth, unit, staff, point } = await venue();
  const guard = await buildStaff(api.services, { unit, roles: ['guard'] });
  const person = await buildPerson(api.services);
  const scan = { kind: 'scan', staffId: guard.staff.id } as const;
  const warm = await pass(point, { ...scan, temperature: 373, decision: 'stop' });
  const cool = await pass(point, { ...scan, temperature: 372 });
  const other = await pass(point, { kind: 'scan', staffId: staff.id });
  const first = (await buildPassage(api.services, { point, person })).passage.id;
  const again = (await buildPassage(api.services, { point, person })).passage.id;

  expect(await idsOf(auth, { staffId: guard.staff.id })).toEqual([cool, warm]);
  expect(await idsOf(auth, { staffId: guard.staff.id, pointId: point.id })).toEqual([cool, warm]);
  expect(await idsOf(auth, { temperature: 'fever' })).toEqual([warm]);
  expect(await idsOf(auth, { temperature: 'normal' })).toEqual([cool]);
  expect(await idsOf(auth, { temperature: 'none' })).toEqual([again, first, other]);
  expect(await idsOf(auth, { counted: 'false', kind: 'visit' })).toEqual([again]);
  expect(await idsOf(auth, { counted: 'true', kind: 'visit' })).toEqual([first]);
  expect(await idsOf(auth, { name: person.name, counted: 'true', pointId: point.id })).toEqual([first]);
});

test('checks of staff and of gates, together and each alone', async () => {
  const { auth, unit, staff, point } = await venue();
  const { device } = await buildDevice(api, { point });
  const byStaff = await pass(point, { kind: 'scan', staffId: staff.id });
  const byGate = await pass(point, { kind: 'scan', deviceId: device.id });
  const visit = await pass(point);
  const other = await buildPoint(api.services, { unit });
  const elsewhere = await pass(other, { kind: 'scan', deviceId: device.id });

  expect(await idsOf(auth, { kind: 'device' })).toEqual([elsewhere, byGate]);
  expect(await idsOf(auth, { kind: 'device', pointId: point.id })).toEqual([byGate]);
  expect(await idsOf(auth, { kind: 'device', staffId: staff.id })).toEqual([]);
  expect(await idsOf(auth, { kind: 'staff' })).toEqual([byStaff]);
  expect(await idsOf(auth, { kind: 'scan' })).toEqual([elsewhere, byGate, byStaff]);
  expect(await idsOf(auth, { kind: 'visit' })).toEqual([visit]);
  expect((await list(auth, { kind: 'device' }).expect(200)).body.total.count).toBe(2);
  expect(Object.keys(faultsOf(await list(auth, { kind: 'gate' }).expect(400)))).toEqual(['kind']);
});

test('a row tells who scanned, how warm, and whether it counted', async () => {
  const { auth, unit, point } = await venue();
  const guard = await buildStaff(api.services, { unit, roles: ['guard'] });
  const values = { kind: 'scan', staffId: guard.staff.id, temperature: 365 } as const;
  await pass(point, values);
  await pass(point);
  const { body } = await list(auth).expect(200);

  expect(body.items).toMatchObject([
    { kind: 'visit', staff: null, staffId: null, temperature: null, counted: true },
    { kind: 'scan', staff: guard.name, staffId: guard.staff.id, temperature: 36.5 },
  ]);
});

describe('the total', () => {
  test('comes with the first page only, and counts what the filters leave', async () => {
    const { auth, point } = await venue();
    for (const direction of ['in', 'in', 'out'] as const) {
      await pass(point, { direction });
    }
    const first = await list(auth, { limit: 2 }).expect(200);
    expect(first.body.total).toEqual({ count: 3, isMore: false });
    const second = await list(auth, { limit: 2, cursor: first.body.next }).expect(200);
    expect(second.body.total).toBeUndefined();
    expect((await list(auth, { direction: 'out' }).expect(200)).body.total.count).toBe(1);
    expect((await list(auth, { direction: 'out', colour: 'orange' }).expect(200)).body.total.count).toBe(0);
  });

  test('stops counting at a limit and says so', async () => {
    const { auth, point } = await venue();
    for (let i = 0; i < 4; i += 1) {
      await pass(point);
    }
    const most = jest.replaceProperty(limits, 'passagesCounted', 3 as never);
    expect((await list(auth).expect(200)).body.total).toEqual({ count: 3, isMore: true });
    expect((await list(auth, { pointId: point.id }).expect(200)).body.total).toEqual({
      count: 3,
      isMore: true,
    });
    most.restore();
  });
});
