import { changeKinds } from '@anxing/contract/changes';
import { digest as digestSchema } from '@anxing/contract/digests';

import { addDays, dayOf, startOfDay } from '../../../api/src/base/days';
import { signedInPerson } from '../../support/api/factories/signedInResident';
import { operatorCrew } from '../../support/api/factories/verifiedStaff';
import { decide, proposeOrange } from '../../support/api/overrides';
import { codeOf, faultsOf } from '../../support/api/refusals';
import { startApi, type TestApi } from '../../support/api/testApi';

const dayMs = 86_400_000;
const minuteMs = 60_000;

let api: TestApi;

beforeAll(async () => {
  api = await startApi();
});

afterEach(() => {
  api.clock.reset();
  jest.restoreAllMocks();
});

afterAll(() => api.close());

function read(date: string) {
  return api.request.get(`/api/v1/digests/${date}`);
}

function today(): string {
  return dayOf(api.clock.now(), api.services.config.brand.zone);
}

/** A day on which nothing took two people. */
const noChanges = changeKinds.map((kind) => ({ kind, proposed: 0, approved: 0, rejected: 0 }));

test('when a day is over, anybody reads how many events it has and where each chain stood', async () => {
  await signedInPerson(api.services);
  const day = today();
  const [head] = await api.services.database.select('SELECT slot, seq, hash FROM audit_heads');
  api.clock.advance(dayMs);
  await signedInPerson(api.services);
  const { body } = await read(day).expect(200);

  expect(body).toEqual({
    date: day,
    chains: [
      {
        slot: Number(head?.slot),
        events: Number(head?.seq),
        lastSeq: Number(head?.seq),
        lastHash: head?.hash,
      },
    ],
    changes: noChanges,
  });
});

/** What the database is asked of the audit from now on: each time, the statement and its values. */
function questions(): [sql: string, values: unknown[]][] {
  const asked: [string, unknown[]][] = [];
  const { database } = api.services;
  const select = database.select.bind(database);
  jest.spyOn(database, 'select').mockImplementation((sql, values = [], tx) => {
    if (sql.includes('COUNT') && sql.includes('audit_events')) {
      asked.push([sql, values]);
    }

    return select(sql, values, tx);
  });

  return asked;
}

/** Moves the clock to a while after a day is over. */
function goPast(day: string, ms: number): void {
  const { zone } = api.services.config.brand;
  api.clock.reset();
  api.clock.advance(startOfDay(addDays(day, 1), zone) + ms - api.clock.now());
}

test('it says how many changes took two people, and what became of them', async () => {
  const day = addDays(today(), 5);
  goPast(day, -60 * minuteMs);
  const { rules, approver } = await operatorCrew(api.services);
  const [first, second] = [await proposeOrange(api, rules), await proposeOrange(api, rules)];
  await proposeOrange(api, rules);
  await decide(api, approver, first, 'approve').expect(200);
  await decide(api, approver, second, 'reject').expect(200);
  goPast(day, 60 * minuteMs);
  const { body } = await read(day).expect(200);
  expect(digestSchema.parse(body)).toEqual(body);
  expect(body.changes).toEqual(
    noChanges.map((none) =>
      none.kind === 'override' ? { kind: 'override', proposed: 3, approved: 1, rejected: 1 } : none,
    ),
  );
});

test('a day that is over is counted once, however many ask', async () => {
  await signedInPerson(api.services);
  const day = addDays(today(), 1);
  goPast(day, 60 * minuteMs);
  const asked = questions();
  const answers = await Promise.all(Array.from({ length: 5 }, () => read(day).expect(200)));
  api.clock.advance(300 * dayMs);
  answers.push(await read(day).expect(200));

  expect(new Set(answers.map(({ text }) => text)).size).toBe(1);
  expect(asked).toHaveLength(1);
});

test('a day that has just ended is counted once a minute, until nothing can be added to it', async () => {
  const day = addDays(today(), 2);
  const asked = questions();
  goPast(day, 1_000);
  await read(day).expect(200);
  goPast(day, 30_000);
  await read(day).expect(200);
  expect(asked).toHaveLength(1);

  // A transaction that began before midnight and ended after.
  goPast(day, -30_000);
  await signedInPerson(api.services);
  goPast(day, 2 * minuteMs);
  expect((await read(day).expect(200)).body.chains).toHaveLength(1);
  goPast(day, 11 * minuteMs);
  await read(day).expect(200);
  goPast(day, 60 * minuteMs);
  await read(day).expect(200);
  expect(asked).toHaveLength(3);
});

test('a count that failed is not kept', async () => {
  const day = '2020-02-02';
  jest.spyOn(api.services.audit, 'chainsBetween').mockRejectedValueOnce(new Error('the database is gone'));
  await read(day).expect(500);
  expect((await read(day).expect(200)).body.chains).toEqual([]);
});

/** 3,000 events of a hundred days, of four writers; enough for a planner to choose. */
async function manyEvents(firstDay: number): Promise<void> {
  const { database } = api.services;
  const rows = Array.from({ length: 3_000 }, (_, i) => {
    const at = firstDay + Math.floor(i / 30) * dayMs;

    return [200 + (i % 4), Math.floor(i / 4) + 1, at, 'system:system', 'test', 'test', 's', 'p', 'b', 'h'];
  });
  const sql =
    'INSERT INTO audit_events (slot, seq, at, actor, action, target, salt, payload_hash, previous, hash) VALUES ?';
  await database.write((tx) => database.execute(sql, [rows], tx));
  if (database.dialect === 'mysql') {
    await database.select('ANALYZE TABLE audit_events');
  }
}

test('one day is read by the index of the time, not all that was ever audited', async () => {
  const { database, config } = api.services;
  await manyEvents(startOfDay('2021-01-01', config.brand.zone));
  const asked = questions();
  const { body } = await read('2021-01-02').expect(200);
  expect(body.chains.map(({ events }: { events: number }) => events)).toEqual([7, 7, 8, 8]);

  const [[sql, values] = ['', []]] = asked;
  const explain = database.dialect === 'mysql' ? 'EXPLAIN' : 'EXPLAIN QUERY PLAN';
  const [plan] = await database.select(`${explain} ${sql}`, values);
  expect(plan).toMatchObject(
    database.dialect === 'mysql'
      ? { type: 'range', key: 'audit_events_at', Extra: expect.stringContaining('Using index') }
      : { detail: expect.stringContaining('COVERING INDEX audit_events_at (at>? AND at<?)') },
  );
});

test('today and the future have none yet', async () => {
  expect(codeOf(await read(today()).expect(404))).toBe('not_found');
  await read('2999-01-01').expect(404);
});

test('a day before the beginning is empty', async () => {
  expect((await read('2020-01-01').expect(200)).body).toEqual({
    date: '2020-01-01',
    chains: [],
    changes: noChanges,
  });
});

test('what is no day is not found; unknown parameters are named', async () => {
  for (const wrong of ['2026-02-30', 'yesterday', '20260101']) {
    await read(wrong).expect(404);
  }
  expect(faultsOf(await read('2020-01-01').query({ slot: 1 }).expect(400))).toEqual({
    slot: 'Unknown field',
  });
});
