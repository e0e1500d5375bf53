import { randomBytes } from 'node:crypto';

import { migrations } from '../../../api/db/migrations';
import { addDays, dayNumber } from '../../../api/src/base/days';
import { newId } from '../../../api/src/base/ids';
import { passageColumns, passageValues, type Passage } from '../../../api/src/passages/passage';
import { openDatabase, type Database } from '../../../api/src/storage/database';
import { DayPartitions } from '../../../api/src/storage/dayPartitions';
import { migrate } from '../../../api/src/storage/migrate';
import { dropTestDatabase, testDatabaseUrl } from '../../support/api/testDatabase';
import { testSettings } from '../../support/api/testSettings';

const zone = 'Asia/Shanghai';
const dayMs = 86_400_000;
let url: string;
let database: Database;

beforeEach(async () => {
  url = await testDatabaseUrl();
  database = openDatabase(testSettings(url).database);
});

afterEach(async () => {
  await database.close();
  await dropTestDatabase(url);
});

function passageAt(at: number): Passage {
  const id = newId(at);

  return {
    id,
    day: dayNumber(at, zone),
    kind: 'scan',
    direction: 'out',
    at,
    receivedAt: at,
    personId: newId(at),
    unitId: newId(at),
    pointId: newId(at),
    division: '350102',
    colour: 'orange',
    decision: 'stop',
    why: '体温偏高',
    temperature: 381,
    mask: false,
    staffId: newId(at),
    deviceId: null,
    proof: 'code',
    reason: null,
    isLate: false,
    overrideReason: null,
    note: null,
    counted: true,
    requestHash: randomBytes(32),
    nameIndex: '1.x',
  };
}

/** Columns that came after the layout by day. */
const later = ['device_id', 'proof', 'reason', 'late', 'override_reason', 'note'];

async function store(passages: readonly Passage[], without: readonly string[] = []): Promise<void> {
  const columns = passageColumns.split(', ');
  const isThere = (_: unknown, at: number) => !without.includes(columns[at] ?? '');
  const rows = passages.map((passage) => passageValues(passage).filter(isThere));
  await database.write((tx) =>
    database.within(tx).insert(`passages (${columns.filter(isThere).join(', ')})`, rows),
  );
}

async function stored(): Promise<unknown[]> {
  const rows = await database.select(
    'SELECT kind, direction, at, temperature, mask, counted, colour FROM passages ORDER BY at',
  );

  return rows.map((row) => Object.values(row).map((value) => (value === null ? null : String(value))));
}

test('a database of before keeps its passages when they are laid out by day, and takes new ones', async () => {
  const before = migrations.findIndex(({ name }) => name === '0036-passages-by-day');
  await migrate(database, migrations.slice(0, before));
  const now = Date.now();
  const days = [200, 40, 3, 0].map((ago) => passageAt(now - ago * dayMs));
  await store(days, later);
  const rows = await stored();
  await migrate(database, migrations);

  expect(await stored()).toEqual(rows);
  await migrations[before]?.up(database);
  await store([passageAt(now + dayMs)]);
  expect(await stored()).toHaveLength(5);
});

test('an empty one has the partitions of the days that may come', async () => {
  await migrate(database, migrations);
  const partitions = new DayPartitions(database, 'passages');
  if (!partitions.exist) {
    await store([passageAt(Date.now() + 30 * dayMs)]);
    expect(await stored()).toHaveLength(1);

    return;
  }
  const days = await partitions.days();
  const today = new Date().toISOString().slice(0, 10);
  expect(days.at(0)).toBe(addDays(today, -2));
  expect(days.at(-1)).toBe(addDays(today, 3));
  await Promise.all([partitions.reach(addDays(today, 5)), partitions.reach(addDays(today, 6))]);
  await partitions.reach(addDays(today, 6));
  expect(await partitions.days()).toEqual([...days, ...[4, 5, 6].map((ahead) => addDays(today, ahead))]);
  await Promise.all([partitions.drop(addDays(today, -2)), partitions.drop(addDays(today, -2))]);
  expect((await partitions.days()).at(0)).toBe(addDays(today, -1));
  await expect(store([passageAt(Date.now() + 30 * dayMs)])).rejects.toThrow('no partition');
});
