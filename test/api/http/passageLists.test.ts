import { randomBytes } from 'node:crypto';

import { decisions, directions } from '@anxing/contract/visits';
import { passageKinds } from '@anxing/contract/passages';
import fc from 'fast-check';

import { dayNumber } from '../../../api/src/base/days';
import { newId } from '../../../api/src/base/ids';
import { countPassages, listPassages } from '../../../api/src/passages/listPassages';
import { passageColumns, passageValues, type Passage } from '../../../api/src/passages/passage';
import type { PassageFilter } from '../../../api/src/passages/passageWhere';
import type { Row } from '../../../api/src/storage/database';
import { startApi, type TestApi } from '../../support/api/testApi';

jest.setTimeout(60_000);

const zone = 'Asia/Shanghai';
const hour = 3_600_000;
const now = Date.now();
const [unitId, otherUnit] = [newId(now), newId(now)];
const ids = (count: number) => Array.from({ length: count }, () => newId(now));
const [points, otherPoints, persons, staff, devices] = [ids(20), ids(5), ids(6), ids(3), ids(2)];
const names = ['1.a', '1.b', '1.c'];
/** A point is of one unit for good. */
const places = [
  ...points.map((pointId) => ({ unitId, pointId })),
  ...otherPoints.map((pointId) => ({ unitId: otherUnit, pointId })),
];

let api: TestApi;
let stored: Passage[];

const pick = <T>(...from: readonly T[]) => fc.constantFrom(...from);

/** Passages of the last ten days, several in one millisecond; some from phones whose clocks are ahead. */
const passage = fc
  .record({
    at: fc.integer({ min: 0, max: 10 * 24 }).map((hours) => now - hours * hour),
    ahead: pick(0, 0, 0, 4 * 60_000),
    place: pick(...places),
    personId: pick(...persons),
    nameIndex: pick(...names),
    kind: pick(...passageKinds),
    direction: pick(...directions),
    colour: pick('green', 'green', 'orange', 'unknown'),
    decision: pick('allow' as const, ...decisions),
    counted: fc.boolean(),
    temperature: pick(null, 365, 370, 373, 399),
    staffId: pick(...staff),
    deviceId: pick(null, null, ...devices),
  })
  .map(({ ahead, place, ...given }): Passage => {
    const id = newId(given.at + ahead);

    return {
      ...given,
      ...place,
      id,
      day: dayNumber(given.at + ahead, zone),
      receivedAt: given.at,
      staffId: given.kind === 'scan' && given.deviceId === null ? given.staffId : null,
      deviceId: given.kind === 'scan' ? given.deviceId : null,
      division: '350102',
      why: null,
      mask: null,
      proof: null,
      reason: null,
      isLate: false,
      overrideReason: null,
      note: null,
      requestHash: randomBytes(32),
    };
  });

const filters = fc.record(
  {
    from: fc.integer({ min: 0, max: 10 * 24 }).map((hours) => now - hours * hour),
    until: fc.integer({ min: -1, max: 10 * 24 }).map((hours) => now - hours * hour),
    pointIds: fc.oneof(
      pick(...points).map((id) => [id]),
      fc.subarray(points, { minLength: 1 }),
    ),
    personId: pick(...persons),
    nameIndex: pick(...names),
    kind: pick(...passageKinds),
    checkedBy: pick('staff' as const, 'device' as const),
    direction: pick(...directions),
    colour: pick('green', 'orange', 'red'),
    decision: pick(...decisions),
    staffId: pick(...staff),
    counted: fc.boolean(),
    temperature: pick<NonNullable<PassageFilter['temperature']>>(
      'none',
      { from: 373 },
      { below: 373 },
      { from: 365 },
    ),
  },
  { requiredKeys: [] },
);
/** Whose a check is, only of checks is asked. */
const filter = filters.map((one) => (one.checkedBy ? { ...one, kind: 'scan' as const } : one));

function isBy({ deviceId }: Passage, checkedBy: PassageFilter['checkedBy']): boolean {
  return checkedBy === undefined || (deviceId !== null) === (checkedBy === 'device');
}

function fits(one: Passage, wanted: PassageFilter): boolean {
  const { from, until, pointIds, temperature: warm, checkedBy, ...same } = wanted;
  const { temperature } = one;
  const isWarmEnough =
    warm === undefined ||
    (warm === 'none'
      ? temperature === null
      : temperature !== null && temperature >= (warm.from ?? 0) && temperature < (warm.below ?? 999));

  return (
    one.at >= from &&
    one.at < until &&
    (!pointIds || pointIds.includes(one.pointId)) &&
    isWarmEnough &&
    isBy(one, checkedBy) &&
    Object.entries(same).every(([name, value]) => Reflect.get(one, name) === value)
  );
}

/** All pages, one after the other. */
async function listAll(wanted: PassageFilter, size: number): Promise<Passage[]> {
  const all: Passage[] = [];
  for (;;) {
    const page = await listPassages(api.services.database, zone, wanted, size, all.at(-1));
    all.push(...page);
    if (page.length < size) {
      return all;
    }
  }
}

beforeAll(async () => {
  api = await startApi();
  stored = fc.sample(passage, 400);
  const { database } = api.services;
  await database.write((tx) =>
    database.within(tx).insert(`passages (${passageColumns})`, stored.map(passageValues)),
  );
});

afterAll(() => api.close());

test('whatever is asked for, the pages hold what fits, each once, newest first; and as many are counted', async () => {
  const size = fc.integer({ min: 1, max: 50 });
  await fc.assert(
    fc.asyncProperty(filter, size, async (asked, limit) => {
      const wanted = { unitId, from: now - 11 * 24 * hour, until: now + hour, ...asked };
      const expected = stored
        .filter((one) => fits(one, wanted))
        .sort((a, b) => b.at - a.at || (a.id < b.id ? 1 : -1));

      expect((await listAll(wanted, limit)).map(({ id }) => id)).toEqual(expected.map(({ id }) => id));
      expect(await countPassages(api.services.database, zone, wanted, 1_000)).toBe(expected.length);
      expect(await countPassages(api.services.database, zone, wanted, 1_000, limit)).toBe(expected.length);
    }),
    { numRuns: 100 },
  );
});

test('what is many is counted in slices, and no further than it is asked for', async () => {
  const { database } = api.services;
  const wanted = { unitId, from: now - 11 * 24 * hour, until: now + hour };
  const select = jest.spyOn(database, 'select');
  const all = await countPassages(database, zone, wanted, 1_000, 10);
  const found = (await Promise.all(select.mock.results.map(({ value }) => value as Promise<Row[]>)))
    .map(([row]) => row?.found)
    .filter((count) => count !== undefined);
  select.mockRestore();

  expect(found.reduce<number>((sum, count) => sum + Number(count), 0)).toBe(all);
  if (database.dialect === 'sqlite') {
    expect(found.length).toBeGreaterThan(all / 20);
  }
  for (const most of [1, 25, all, all + 1]) {
    expect(await countPassages(database, zone, wanted, most, 10)).toBe(Math.min(most, all));
  }
});
