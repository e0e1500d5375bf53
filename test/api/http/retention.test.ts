import { createHash } from 'node:crypto';

import { makeUuid7 } from '@anxing/contract/uuid7';
import { purgeProof } from '@anxing/contract/purges';

import { addDays, dayOf, startOfDay } from '../../../api/src/base/days';
import { idToBytes } from '../../../api/src/base/ids';
import { purgeOthers } from '../../../api/src/jobs/purgeOthers';
import { purgePassages } from '../../../api/src/jobs/purgePassages';
import { announce, takeDay } from '../../../api/src/jobs/purgeRows';
import { retention } from '../../../api/src/jobs/retention';
import { digestUpTo, dropUpTo, preparePassageDays } from '../../../api/src/passages/passageDays';
import { auditEvents } from '../../support/api/auditEvents';
import { buildPassage } from '../../support/api/factories/buildPassage';
import { buildPoint } from '../../support/api/factories/buildPoint';
import { buildUnit } from '../../support/api/factories/buildUnit';
import { signedInStaff } from '../../support/api/factories/signedIn';
import { expectOnlyFor, faultsOf } from '../../support/api/refusals';
import { startApi, type TestApi } from '../../support/api/testApi';

const hour = 3_600_000;
let api: TestApi;

beforeEach(async () => {
  api = await startApi();
});

afterEach(() => api.close());

/** The day that lies so many days back. */
function dayBack(days: number): string {
  return addDays(dayOf(api.clock.now(), api.services.config.brand.zone), -days);
}

/** Lets so many days go by after the last one that is kept. */
function outlive(days: number): void {
  api.clock.advance((api.services.config.retention.passageDays + days) * 24 * hour);
}

function atNoon(day: string): number {
  return startOfDay(day, api.services.config.brand.zone) + 12 * hour;
}

async function passOn(day: string, count: number) {
  const point = await buildPoint(api.services);
  const passages = [];
  for (let i = 0; i < count; i += 1) {
    passages.push((await buildPassage(api.services, { point, values: { at: atNoon(day) + i } })).passage);
  }

  return passages;
}

async function countOn(day: string): Promise<number> {
  const [row] = await api.services.database.select('SELECT COUNT(*) AS n FROM passages WHERE day = ?', [
    Number(day.replaceAll('-', '')),
  ]);

  return Number(row?.n);
}

async function toldOf(day: string) {
  const events = await auditEvents(api.services, day);

  return events.map(({ action, details: { ip: _ip, ...figures } }) => ({ action, ...figures }));
}

test('a day is dropped when its time is over, with its count, a digest, and the word that nothing remains', async () => {
  const [over, kept] = [dayBack(1), dayBack(0)];
  const passages = await passOn(over, 3);
  await passOn(kept, 2);
  outlive(0);
  await retention.perform(api.services);

  expect([await countOn(over), await countOn(kept)]).toEqual([0, 2]);
  const hash = createHash('sha256');
  for (const { id, requestHash } of passages) {
    hash.update(idToBytes(id)).update(requestHash);
  }
  const figures = { found: 3, digest: hash.digest('hex') };
  expect(await toldOf(over)).toEqual([
    { action: 'passages.purge', ...figures },
    { action: 'passages.purged', ...figures, remaining: 0 },
  ]);
  expect(await toldOf(kept)).toEqual([]);
});

test('what was dropped is told once, however often and by however many it is done', async () => {
  const over = dayBack(0);
  await passOn(over, 1);
  outlive(1);
  await Promise.all([retention.perform(api.services), retention.perform(api.services)]);
  await retention.perform(api.services);
  expect(await toldOf(over)).toHaveLength(2);
  expect(await countOn(over)).toBe(0);
});

test('passages from before the first partition go as well', async () => {
  const over = dayBack(api.services.config.retention.passageDays + 1);
  await passOn(over, 2);
  const [today] = await passOn(dayBack(0), 1);
  await retention.perform(api.services);
  expect([await countOn(over), await countOn(dayOf(today?.at ?? 0, api.services.config.brand.zone))]).toEqual(
    [0, 1],
  );
  expect(await toldOf(over)).toMatchObject([{ found: 2 }, { found: 2, remaining: 0 }]);
});

describe('a process that dies', () => {
  async function diesAt(steps: readonly ('announce' | 'drop')[]) {
    const over = dayBack(0);
    await passOn(over, 2);
    outlive(1);
    await preparePassageDays(api.services.database, api.services.config.brand.zone, api.clock.now());
    const purging = await takeDay(api.services, over);
    const digest = await digestUpTo(api.services.database, over, async () => undefined);
    if (purging && steps.includes('announce')) {
      await announce(api.services, purging, digest);
    }
    if (steps.includes('drop')) {
      await dropUpTo(api.services.database, over);
    }

    return { over, digest };
  }

  test.each([
    ['while it counts', []],
    ['between the word and the drop', ['announce']],
    ['between the drop and the word', ['announce', 'drop']],
  ] as const)('%s: another one goes on when its lease is over', async (_when, steps) => {
    const { over, digest } = await diesAt(steps);
    await purgePassages(api.services);
    const before = await toldOf(over);
    expect(before.map(({ action }) => action)).not.toContain('passages.purged');

    api.clock.advance(121_000);
    await purgePassages(api.services);
    expect(await toldOf(over)).toEqual([
      { action: 'passages.purge', ...digest },
      { action: 'passages.purged', ...digest, remaining: 0 },
    ]);
    expect(await countOn(over)).toBe(0);
  });
});

test('stays that ended, looks, messages and counts go in their own time, and the audit chain holds how many', async () => {
  const { services } = api;
  const { passageDays, accessDays, flowDays } = services.config.retention;
  await passOn(dayBack(1), 1);
  const guard = await signedInStaff(services, { unit: await buildUnit(services) });
  const { passage: own } = await buildPassage(services, {
    point: await buildPoint(services, { unit: guard.unit }),
  });
  await api.request.get(`/api/v1/unit/passages/${own.id}`).set(guard.auth).expect(200);
  const count = async (table: string) => {
    const [row] = await services.database.select(`SELECT COUNT(*) AS n FROM ${table}`);

    return Number(row?.n);
  };
  const tables = ['presences', 'accesses', 'flow_counts'];
  const counts = () => Promise.all(tables.map(count));
  expect(await counts()).toEqual([2, 1, 3]);

  api.clock.advance((passageDays + 1) * 24 * hour);
  await purgeOthers(services);
  expect(await counts()).toEqual([1, 1, 3]);
  api.clock.advance((accessDays - passageDays) * 24 * hour);
  await purgeOthers(services);
  expect(await counts()).toEqual([1, 0, 3]);
  api.clock.advance((flowDays - accessDays) * 24 * hour);
  await purgeOthers(services);
  expect(await counts()).toEqual([1, 0, 0]);
  const [gone] = (await auditEvents(services, 'flow_counts')).slice(-1);
  expect(gone).toMatchObject({ action: 'flow_counts.purge', details: { found: 3 } });
});

test('warnings that ended and samples of the crowd go with the counts; who is too full stays', async () => {
  const { clock } = api;
  const { database, config } = api.services;
  const point = await buildPoint(api.services);
  const [at, flowDays] = [clock.now(), config.retention.flowDays];
  const warning = (crossing: number, clearedAt: number | null) => [
    makeUuid7(at, Buffer.alloc(10, crossing)),
    point.unitId,
    point.id,
    'full',
    crossing,
    10,
    at,
    12,
    at,
    clearedAt,
  ];
  await database.write(async (tx) => {
    await database
      .within(tx)
      .insert(
        'flow_warnings (id, unit_id, point_id, level, crossing, threshold, raised_at, peak, peak_at, cleared_at)',
        [warning(1, at), warning(2, null)],
      );
    const sample = [idToBytes(point.id), Math.floor(at / hour), 3, 4];
    await database.within(tx).insert('flow_samples (point_id, hour, inside, peak)', [sample]);
  });
  const left = async () => {
    const warnings = await database.select('SELECT crossing FROM flow_warnings ORDER BY crossing');
    const samples = await database.select('SELECT inside FROM flow_samples');

    return { warnings: warnings.map(({ crossing }) => Number(crossing)), samples: samples.length };
  };

  clock.advance((flowDays - 1) * 24 * hour);
  await purgeOthers(api.services);
  expect(await left()).toEqual({ warnings: [1, 2], samples: 1 });
  clock.advance(2 * 24 * hour);
  await purgeOthers(api.services);
  expect(await left()).toEqual({ warnings: [2], samples: 0 });
  expect((await auditEvents(api.services, 'flow_warnings')).at(-1)).toMatchObject({
    action: 'flow_warnings.purge',
    details: { found: 1 },
  });
});

describe('the days to come', () => {
  test('have their place a week ahead, and without tomorrow’s the process is not ready', async () => {
    const { database, config } = api.services;
    api.clock.advance(40 * 24 * hour);
    const unready = database.dialect === 'mysql' ? 503 : 200;
    const answer = await api.request.get('/readyz').expect(unready);
    expect(answer.body.why).toBe(database.dialect === 'mysql' ? 'partitions' : undefined);

    await retention.perform(api.services);
    await api.request.get('/readyz').expect(200);
    for (const days of [0, -7]) {
      const [passage] = await passOn(dayBack(days), 1);
      expect(await countOn(dayOf(passage?.at ?? 0, config.brand.zone))).toBe(1);
    }
  });
});

describe('the proofs', () => {
  const path = '/api/v1/operator/audit/purges';

  async function auditor() {
    const unit = await buildUnit(api.services, { kind: 'operator' });

    return (await signedInStaff(api.services, { unit, roles: ['auditor'] })).auth;
  }

  test('are read by the auditor, newest day first, page by page', async () => {
    const days = [dayBack(1), dayBack(0)];
    await passOn(days[0] ?? '', 1);
    await passOn(days[1] ?? '', 2);
    outlive(1);
    await retention.perform(api.services);
    const auth = await auditor();
    const first = await api.request.get(path).set(auth).query({ limit: 1 }).expect(200);
    const second = await api.request
      .get(path)
      .set(auth)
      .query({ limit: 50, cursor: first.body.next })
      .expect(200);
    const proofs = [...first.body.items, ...second.body.items].map((item) => purgeProof.parse(item));

    expect(proofs.filter(({ found }) => found > 0)).toMatchObject([
      { day: days[1], found: 2, remaining: 0, inChain: true },
      { day: days[0], found: 1, remaining: 0, inChain: true },
    ]);
    expect(faultsOf(await api.request.get(path).set(auth).query({ cursor: 'x' }).expect(400))).toEqual({
      cursor: 'Unknown page position',
    });
  });

  test('that were altered afterwards do not fit the chain', async () => {
    const { database } = api.services;
    const day = dayBack(0);
    await passOn(day, 1);
    outlive(1);
    await retention.perform(api.services);
    await database.write((tx) => database.execute('UPDATE purges SET found = 0 WHERE found > ?', [0], tx));
    const { body } = await api.request
      .get(path)
      .set(await auditor())
      .expect(200);
    expect(body.items.filter((item: { day: string }) => item.day === day)).toMatchObject([
      { inChain: false },
    ]);
  });

  test('are for auditors only', () =>
    expectOnlyFor(api, (auth) => api.request.get(path).set(auth), ['owner', 'units']));
});
