import { spawnSync } from 'node:child_process';
import { randomUUID } from 'node:crypto';
import { once } from 'node:events';

import { StartRefused } from '../../../api/src/base/errors';
import { openDatabase, type Database } from '../../../api/src/storage/database';
import { claim, type Claimant, type LeaseMode } from '../../../api/src/storage/leases';
import { makeLeaseTables } from '../../../api/src/storage/leaseTables';
import { SlotLease } from '../../../api/src/storage/slotLease';
import { thisProcess } from '../../../api/src/storage/thisProcess';
import { dropTestDatabase, testDatabaseUrl } from '../../support/api/testDatabase';
import { eventually } from '../../support/e2e/eventually';

jest.setTimeout(30_000);

/** Short enough to be waited for, long enough for a busy machine. */
const [lengthMs, everyMs] = [1_500, 100];

let processes = 0;

/** A process on a machine of its own. */
function elsewhere() {
  processes += 1;

  return { host: `host${processes} boot`, pid: 1 };
}

let url: string;
/** Two processes; a file is opened once only, since a second opening would wait for the first. */
let databases: [Database, Database];
let leases: SlotLease[];

function open(): Database {
  const settings = url.startsWith('mysql://')
    ? { dialect: 'mysql' as const, url }
    : { dialect: 'sqlite' as const, file: url.slice('sqlite:'.length) };

  return openDatabase(settings);
}

beforeAll(async () => {
  url = await testDatabaseUrl();
  const first = open();
  databases = [first, first.dialect === 'mysql' ? open() : first];
  await makeLeaseTables(first);
});

beforeEach(() => {
  leases = [];
});

afterEach(async () => {
  await Promise.all(leases.map((lease) => lease.release()));
  await change('UPDATE leases SET owner = NULL, expires_at = NULL');
});

afterAll(async () => {
  await Promise.all([...new Set(databases)].map((database) => database.close()));
  await dropTestDatabase(url);
});

function change(sql: string, values: unknown[] = []): Promise<void> {
  const [database] = databases;

  return database.write((tx) => database.execute(sql, values, tx));
}

function newLease(nth: 0 | 1 = 0, more: object = {}): SlotLease {
  const lease = new SlotLease({ database: databases[nth], lengthMs, everyMs, ...more });
  leases.push(lease);

  return lease;
}

/** What another process has taken, without renewing it. */
function claimAs(given: Partial<Claimant> = {}, nth: 0 | 1 = 0) {
  return claim(databases[nth], {
    owner: randomUUID(),
    mode: 'shared',
    process: elsewhere(),
    lengthMs: 60_000,
    ...given,
  });
}

/** A process that has ended. */
function endedProcess() {
  return { ...thisProcess(), pid: spawnSync(process.execPath, ['-e', '']).pid };
}

function overtime(): Promise<void> {
  return new Promise((done) => setTimeout(done, 2 * lengthMs));
}

test('each takes the first slot that is free, keeps it beyond its length, and gives it back', async () => {
  const [first, second, third] = [newLease(), newLease(1), newLease()];
  expect(first.isHeld()).toBe(false);
  expect(() => first.slot).toThrow('has not taken a slot');
  await first.take('shared');
  await second.take('shared');
  expect([first.slot, second.slot]).toEqual([0, 1]);

  await overtime();
  expect([first.isHeld(), second.isHeld()]).toEqual([true, true]);
  await third.take('shared');
  expect(third.slot).toBe(2);

  await first.release();
  expect(first.isHeld()).toBe(false);
  expect(await claimAs()).toEqual({ slot: 0 });
});

test('many at once get a slot each; when all are taken, that is told', async () => {
  const answers = await Promise.all(Array.from({ length: 20 }, (_, nth) => claimAs({}, nth % 2 ? 1 : 0)));
  const slots = answers.map((answer) => ('slot' in answer ? answer.slot : NaN)).sort((a, b) => a - b);
  expect(slots).toEqual(Array.from({ length: 20 }, (_, slot) => slot));

  const far = Date.now() + 3_600_000;
  await change(
    "UPDATE leases SET owner = 'x', host = 'x', pid = 1, mode = 'shared', expires_at = ? WHERE owner IS NULL",
    [far],
  );
  await expect(claimAs()).rejects.toThrow('All 256 slots are taken');
});

test('of two that want to be alone at once, one is', async () => {
  for (let round = 0; round < 5; round += 1) {
    const answers = await Promise.all([claimAs({ mode: 'alone' }), claimAs({ mode: 'alone' }, 1)]);
    expect(answers.filter((answer) => 'slot' in answer)).toHaveLength(1);
    expect(answers.filter((answer) => 'inTheWay' in answer)).toHaveLength(1);
    await change('UPDATE leases SET owner = NULL');
  }
});

const together: [LeaseMode, LeaseMode, boolean][] = [
  ['alone', 'alone', false],
  ['alone', 'shared', false],
  ['shared', 'alone', false],
  ['shared', 'shared', true],
  ['adding', 'alone', true],
  ['alone', 'adding', true],
  ['adding', 'shared', true],
];

test.each(together)('%s beside %s: %s', async (mode, beside, isAllowed) => {
  await claimAs({ mode: beside });
  expect('slot' in (await claimAs({ mode }, 1))).toBe(isAllowed);
});

describe('what was left is taken over', () => {
  test('when its time is over', async () => {
    await claimAs({ mode: 'alone', lengthMs: 0 });
    expect(await claimAs({ mode: 'alone' })).toEqual({ slot: 0 });
  });

  test('at once when its process on this host has ended, or had our number before us', async () => {
    const here = { mode: 'alone' as const, process: thisProcess() };
    await claimAs({ ...here, process: endedProcess() });
    expect(await claimAs(here)).toEqual({ slot: 0 });
    expect(await claimAs(here)).toEqual({ slot: 0 });
  });

  test('not while its process lives, nor when the number is one of another host', async () => {
    const here = { mode: 'alone' as const, process: thisProcess() };
    const parent = { ...thisProcess(), pid: process.ppid };
    await claimAs({ ...here, process: parent });
    expect(await claimAs(here)).toMatchObject({ inTheWay: [{ pid: process.ppid, isOver: false }] });
    await change('UPDATE leases SET owner = NULL');

    await claimAs({ ...here, process: { ...endedProcess(), host: 'another' } });
    expect(await claimAs(here)).toMatchObject({ inTheWay: [{ host: 'another' }] });
  });

  test('two in one process are two', async () => {
    const lease = newLease();
    await lease.take('alone');
    expect(await claimAs({ mode: 'alone', process: thisProcess() })).toMatchObject({
      inTheWay: [{ owner: lease.owner }],
    });
  });
});

test('who must be alone waits for the length of a lease, says so, and then is or gives up', async () => {
  const say = jest.fn();
  await claimAs({ mode: 'alone', lengthMs });
  await newLease().take('alone', say);
  expect(say.mock.calls).toEqual([[expect.stringMatching(/等待另一个进程结束.* 1\.5 s .*host\d+:1$/)]]);

  const refusal: unknown = await newLease(1)
    .take('shared')
    .catch((error: unknown) => error);
  expect(refusal).toBeInstanceOf(StartRefused);
  expect(refusal).toMatchObject({
    exitCode: 75,
    message: expect.stringContaining('need MySQL and REDIS_URL'),
  });
});

test('each is told who else is alive, and clears away what was left', async () => {
  await claimAs({ lengthMs: 0 });
  const [one, other] = [newLease(), newLease(1)];
  await one.take('shared');
  await claimAs({ mode: 'adding', process: endedProcess() });
  await other.take('shared');
  await eventually(async () => {
    const [others] = (await once(one.events, 'renewed')) as [{ owner: string }[]];
    expect(others.map(({ owner }) => owner)).toEqual([other.owner]);
  });
  const rows = await databases[0].select('SELECT owner FROM leases WHERE owner IS NOT NULL');
  expect(rows.map(({ owner }) => owner).sort()).toEqual([one.owner, other.owner].sort());
});

test('whoever was taken over learns it, and writes nothing more', async () => {
  const lease = newLease();
  const lost = once(lease.events, 'lost');
  await lease.take('alone');
  await change('UPDATE leases SET expires_at = 1 WHERE slot = ?', [lease.slot]);
  await change('UPDATE leases SET owner = ? WHERE slot = ?', [randomUUID(), lease.slot]);
  await lost;
  expect(lease.isHeld()).toBe(false);
  const [database] = databases;
  await expect(database.write((tx) => lease.confirm(database.within(tx)))).rejects.toMatchObject({
    code: 'unavailable',
  });
});

test('without a word from the database it is in doubt, and regained before it counts again', async () => {
  const [database] = databases;
  const lease = newLease();
  await lease.take('alone');
  const away = jest.spyOn(database, 'write').mockRejectedValue(new Error('away'));
  await eventually(() => expect(lease.isHeld()).toBe(false));
  const held: boolean[] = [];
  lease.events.on('regained', () => held.push(lease.isHeld()));
  away.mockRestore();

  await database.write((tx) => lease.confirm(database.within(tx)));
  await eventually(() => expect(lease.isHeld()).toBe(true));
  expect(held).toEqual([false]);
});
