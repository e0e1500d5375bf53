import { createHash } from 'node:crypto';

import { idFromBytes, idToBytes } from '../../../api/src/base/ids';
import type { PassageOrder } from '../../../api/src/passages/order';
import type { Row } from '../../../api/src/storage/link';
import { auditEvents } from '../../support/api/auditEvents';
import { buildOrder } from '../../support/api/factories/buildOrder';
import { buildPerson, type BuiltPerson } from '../../support/api/factories/buildPerson';
import { buildPoint, buildPoster } from '../../support/api/factories/buildPoint';
import { buildStaff } from '../../support/api/factories/buildStaff';
import { newestEvent } from '../../support/api/storedEvents';
import { startApi, type TestApi } from '../../support/api/testApi';

jest.setTimeout(60_000);

let api: TestApi;

beforeAll(async () => {
  api = await startApi();
});

afterAll(() => api.close());

/** As the columns stand in the table: the digest is over all of them, in this order. */
const columns = [
  'day, id, kind, direction, at, received_at, person_id, unit_id, point_id, division, colour, decision, why',
  'temperature, mask, staff_id, device_id, proof, reason, late, override_reason, note, counted, request_hash, name_index',
]
  .join(', ')
  .split(', ');

function valueOf(row: Row, column: string): unknown {
  const value = row[column];

  return value instanceof Uint8Array || value instanceof ArrayBuffer
    ? Buffer.from(value as Uint8Array).toString('hex')
    : value;
}

function splitIds(joined: unknown): string[] {
  const bytes = Buffer.from(String(joined), 'base64url');

  return Array.from({ length: bytes.length / 16 }, (_, i) =>
    idFromBytes(bytes.subarray(i * 16, (i + 1) * 16)),
  );
}

async function rowOf(id: string): Promise<Row> {
  const [row] = await api.services.database.select('SELECT * FROM passages WHERE id = ?', [idToBytes(id)]);

  return row ?? {};
}

/** The digest over the rows as they are stored now. */
async function digestNow(ids: readonly string[]): Promise<string> {
  const hash = createHash('sha256');
  for (const id of ids) {
    const row = await rowOf(id);
    hash.update(JSON.stringify(columns.map((column) => valueOf(row, column))));
  }

  return hash.digest('base64url');
}

/** A visit, somebody stopped by a guard, and a leave: every column is used by one of them. */
async function variedOrders(visitor: BuiltPerson): Promise<PassageOrder[]> {
  const point = await buildPoint(api.services);
  const { staff } = await buildStaff(api.services, { unit: { id: point.unitId } as never });
  const { poster } = await buildPoster(api.services, point);
  const visit = buildOrder(api.services, { visitor, point });
  const stopped = buildOrder(api.services, {
    visitor: await buildPerson(api.services),
    point,
    values: {
      kind: 'scan',
      decision: 'stop',
      why: '体温 37.9 ℃，达到或超过 37.3 ℃',
      temperature: 379,
      mask: false,
      staffId: staff.id,
    },
  });
  const left = buildOrder(api.services, {
    visitor: await buildPerson(api.services),
    point,
    values: { direction: 'out', mask: true },
  });
  const look = {
    personId: stopped.passage.personId,
    unitId: point.unitId,
    staffId: staff.id,
    purpose: '核验',
  };
  const actor = { kind: 'staff', id: staff.id, unitId: point.unitId } as const;

  return [{ ...visit, firstScanOf: poster.id }, { ...stopped, look, actor }, left];
}

async function writeTogether(orders: readonly PassageOrder[]): Promise<Record<string, unknown>> {
  await Promise.all(orders.map((order) => api.services.writer.submit(order)));

  return newestEvent(api.services, 'passages.batch');
}

test('a batch leaves one event: which passages, who asked for each, and a digest that fits the stored rows', async () => {
  const orders = await variedOrders(await buildPerson(api.services));
  const event = await writeTogether(orders);

  const ids = orders.map(({ passage }) => passage.id);
  expect(event).toMatchObject({ count: 3, looks: 1 });
  expect(splitIds(event.ids)).toEqual(ids);
  expect(splitIds(event.actors)).toEqual(orders.map(({ actor }) => actor.id));
  expect(await digestNow(ids)).toBe(event.digest);
});

const alterations = [
  "colour = 'red'",
  'at = at - 1',
  'counted = 1 - counted',
  "why = ''",
  'temperature = 365',
  'staff_id = person_id',
];

test.each(alterations)('a stored row that somebody alters does not fit any more: %s', async (change) => {
  const orders = await variedOrders(await buildPerson(api.services));
  const event = await writeTogether(orders);
  const ids = splitIds(event.ids);
  expect(await digestNow(ids)).toBe(event.digest);

  const { database } = api.services;
  await database.write((tx) =>
    database.execute(`UPDATE passages SET ${change} WHERE id = ?`, [idToBytes(ids[0] ?? '')], tx),
  );
  expect(await digestNow(ids)).not.toBe(event.digest);
});

test('the event holds nothing by which a person could be named', async () => {
  const visitor = await buildPerson(api.services);
  const event = JSON.stringify(await writeTogether(await variedOrders(visitor)));

  expect(event).not.toContain(visitor.name);
  expect(event).not.toContain(visitor.idNumber);
  expect(event).not.toContain('37.9');
});

test('the first scan of a poster is noted once, also by who has not heard of it yet', async () => {
  const point = await buildPoint(api.services);
  const { poster } = await buildPoster(api.services, point);
  const visitor = await buildPerson(api.services);
  for (let nth = 0; nth < 2; nth += 1) {
    const order = { ...buildOrder(api.services, { visitor, point }), firstScanOf: poster.id };
    await api.services.writer.submit(order);
  }

  const noted = (await auditEvents(api.services, poster.id)).filter(
    ({ action }) => action === 'posters.update',
  );
  expect(noted).toHaveLength(1);
});
