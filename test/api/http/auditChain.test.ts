import { createHash } from 'node:crypto';

import { dayOf } from '../../../api/src/base/days';
import { writeAs } from '../../../api/src/context';
import { DayDigests } from '../../../api/src/privacy/dayDigests';
import { auditEvents } from '../../support/api/auditEvents';
import { buildUnit, system } from '../../support/api/factories/buildUnit';
import { startApi, type TestApi } from '../../support/api/testApi';

let api: TestApi;

beforeAll(async () => {
  api = await startApi({ feeds: false });
});

afterEach(() => api.clock.reset());

afterAll(() => api.close());

type Row = Record<string, unknown>;

async function execute(sql: string, values: unknown[] = []): Promise<void> {
  const { database } = api.services;
  await database.write((tx) => database.execute(sql, values, tx));
}

async function eventAt(seq: number): Promise<Row> {
  const [row] = await api.services.database.select('SELECT * FROM audit_events WHERE seq = ?', [seq]);

  return row ?? {};
}

async function headSeq(): Promise<number> {
  const [row] = await api.services.database.select('SELECT seq FROM audit_heads');

  return Number(row?.seq);
}

async function verdict() {
  const [report] = await api.services.audit.verify();

  return { brokenAt: report?.brokenAt, why: report?.why };
}

const whole = { brokenAt: null, why: null };

/** Makes some events, and answers the number of one in the middle. */
async function someEvents(): Promise<number> {
  const before = await headSeq();
  for (let i = 0; i < 3; i += 1) {
    await buildUnit(api.services);
  }

  return before + 2;
}

/** Does something to the chain, tells what is found, and takes it back. */
async function found(harm: () => Promise<void>, mend: () => Promise<void>) {
  await harm();
  const seen = await verdict();
  await mend();
  expect(await verdict()).toEqual(whole);

  return seen;
}

beforeAll(async () => {
  await buildUnit(api.services);
});

test('a chain that nobody touched is whole, however many wrote at once', async () => {
  await Promise.all(Array.from({ length: 20 }, () => buildUnit(api.services)));
  expect(await verdict()).toEqual(whole);
  const [report] = await api.services.audit.verify();
  expect(report?.events).toBe(await headSeq());
});

test('what fails leaves no event, and no gap', async () => {
  const before = await headSeq();
  const failing = writeAs(api.services, system, async (scene) => {
    scene.events.push({ action: 'units.create', target: 'x', details: {} });
    await Promise.reject(new Error('no'));
  });
  await expect(failing).rejects.toThrow('no');
  expect(await headSeq()).toBe(before);
  await buildUnit(api.services);
  expect(await verdict()).toEqual(whole);
});

test('an event names actor, action, target and fields', async () => {
  const unit = await buildUnit(api.services);
  expect(await auditEvents(api.services, unit.id)).toEqual([
    { actor: 'system:system', action: 'units.create', target: unit.id, details: { ip: null, fields: [] } },
  ]);
});

describe('is found at its place', () => {
  test('a changed payload', async () => {
    const seq = await someEvents();
    const { payload } = await eventAt(seq);
    const set = (value: unknown) =>
      execute('UPDATE audit_events SET payload = ? WHERE seq = ?', [value, seq]);
    expect(
      await found(
        () => set('{"ip":null,"fields":["name"]}'),
        () => set(payload),
      ),
    ).toEqual({
      brokenAt: seq,
      why: 'a payload was changed',
    });
  });

  test.each([
    ['actor', 'staff:somebody'],
    ['action', 'units.delete'],
    ['target', 'another'],
    ['at', 1],
    ['salt', 'AAAA'],
    ['payload_hash', 'AAAA'],
    ['previous', 'AAAA'],
    ['hash', 'AAAA'],
  ])('a changed %s', async (column, value) => {
    const seq = await someEvents();
    const before = (await eventAt(seq))[column];
    const set = (given: unknown) =>
      execute(`UPDATE audit_events SET ${column} = ? WHERE seq = ?`, [given, seq]);
    expect(
      await found(
        () => set(value),
        () => set(before),
      ),
    ).toMatchObject({ brokenAt: seq });
  });

  test('a removed event', async () => {
    const seq = await someEvents();
    const row = await eventAt(seq);
    const remove = () => execute('DELETE FROM audit_events WHERE seq = ?', [seq]);
    const names = Object.keys(row).join(', ');
    const restore = () => execute(`INSERT INTO audit_events (${names}) VALUES ?`, [[Object.values(row)]]);
    expect(await found(remove, restore)).toEqual({ brokenAt: seq, why: 'an event is missing' });
  });

  test('a removed end, and a removed beginning', async () => {
    await someEvents();
    const end = await headSeq();
    for (const [seq, why] of [
      [end, 'the end is missing'],
      [1, 'an event is missing'],
    ] as const) {
      const row = await eventAt(seq);
      const remove = () => execute('DELETE FROM audit_events WHERE seq = ?', [seq]);
      const names = Object.keys(row).join(', ');
      const restore = () => execute(`INSERT INTO audit_events (${names}) VALUES ?`, [[Object.values(row)]]);
      expect(await found(remove, restore)).toEqual({ brokenAt: seq, why });
    }
  });

  test('two events that changed places', async () => {
    const seq = await someEvents();
    const swap = async () => {
      const move = (from: number, to: number) =>
        execute('UPDATE audit_events SET seq = ? WHERE seq = ?', [to, from]);
      await move(seq, 999_999);
      await move(seq + 1, seq);
      await move(999_999, seq + 1);
    };
    expect(await found(swap, swap)).toEqual({ brokenAt: seq, why: 'an event was changed' });
  });

  test('an event that was computed anew without the secret', async () => {
    const seq = await someEvents();
    const row = await eventAt(seq);
    const forged = { ...row, actor: 'staff:somebody' } as Row;
    const fields = ['slot', 'seq', 'at', 'actor', 'action', 'target', 'payload_hash', 'previous'];
    const text = JSON.stringify(fields.map((name) => forged[name]));
    const hash = createHash('sha256').update(text).digest('base64url');
    const set = (actor: unknown, value: unknown) =>
      execute('UPDATE audit_events SET actor = ?, hash = ? WHERE seq = ?', [actor, value, seq]);
    expect(
      await found(
        () => set(forged.actor, hash),
        () => set(row.actor, row.hash),
      ),
    ).toEqual({ brokenAt: seq, why: 'an event was changed' });
  });
});

test('a payload may be erased: the chain still verifies, and its place is kept', async () => {
  const seq = await someEvents();
  await execute('UPDATE audit_events SET payload = NULL WHERE seq = ?', [seq]);
  expect(await verdict()).toEqual(whole);
});

test('an end cut off together with its head does not fit the digest that was published', async () => {
  const { audit, clock, config, database } = api.services;
  const { zone } = config.brand;
  await someEvents();
  const date = dayOf(clock.now(), zone);
  api.clock.advance(2 * 86_400_000);
  const { body } = await api.request.get(`/api/v1/digests/${date}`).expect(200);
  const [published] = body.chains;
  expect(published.lastSeq).toBe(await headSeq());

  const last = await eventAt(published.lastSeq);
  await execute('DELETE FROM audit_events WHERE seq = ?', [published.lastSeq]);
  await execute('UPDATE audit_heads SET seq = ?, hash = ?', [published.lastSeq - 1, last.previous]);
  expect(await verdict()).toEqual(whole);
  // A process counts a day once: whoever looks after the next start sees what is stored now.
  const { chains } = await new DayDigests(audit, database, clock, zone).publishedOf(date);
  const [now] = chains;
  expect(now).not.toEqual(published);
});
