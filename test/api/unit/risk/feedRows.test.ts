import { mkdtempSync, rmSync } from 'node:fs';
import os from 'node:os';
import path from 'node:path';

import { fieldError } from '@anxing/contract/fieldErrors';
import fc from 'fast-check';

import { migrations } from '../../../../api/db/migrations';
import { insertInto, tableOf, valuesOf } from '../../../../api/src/commands/feeds/feedTables';
import { loadProvinceConfig } from '../../../../api/src/base/provinceConfig';
import { BlindIndex } from '../../../../api/src/privacy/blindIndex';
import type { FeedRule } from '../../../../api/src/risk/feedRules';
import type { FeedRow } from '../../../../api/src/risk/feedRows/feedRow';
import { RowReader } from '../../../../api/src/risk/feedRows/rowReader';
import { surroundingsOf } from '../../../../api/src/risk/feedRows/surroundings';
import { openDatabase, type Database } from '../../../../api/src/storage/database';
import { migrate } from '../../../../api/src/storage/migrate';
import { inventIdNumber } from '../../../support/api/invented';
import { feedRules, now } from './support';

const config = loadProvinceConfig('config');
const index = new BlindIndex([{ id: 1, key: Buffer.alloc(32, 7).toString('base64') }]);
const around = surroundingsOf({ index, config }, now);
const delivered = feedRules.filter(({ columns }) => columns.length > 0);
const known = inventIdNumber();

function feedNamed(source: string): FeedRule {
  const feed = feedRules.find((rule) => rule.source === source);
  if (!feed) {
    throw new Error(source);
  }

  return feed;
}

/** What fits some column or other, so that rows are often right but for one cell. */
const plausible = fc.constantFrom(
  known,
  known.toLowerCase(),
  '2026-03-18',
  '2026/3/8',
  '20260318',
  '2026-03-18 09:30',
  '2999-12-31',
  '1900-01-01',
  '350102',
  '350102001002',
  'G1234',
  '08',
  'N02BE01',
  'confirmed',
  'train',
  'arrived',
  'nucleicPositive',
  '示例小区',
  'resident',
  'passport',
  'withdraw',
  '撤销',
);

/** Words that every object knows. */
const inherited = fc.constantFrom('constructor', 'toString', '__proto__', 'hasOwnProperty', 'valueOf');

const anyCell = fc.oneof(
  { weight: 6, arbitrary: plausible },
  { weight: 1, arbitrary: inherited },
  { weight: 2, arbitrary: fc.string({ unit: 'binary', maxLength: 130 }) },
  { weight: 1, arbitrary: fc.double() },
  { weight: 2, arbitrary: fc.jsonValue() },
);

/** What fits each kind of column. */
const right: Record<string, fc.Arbitrary<unknown>> = {
  idType: fc.constantFrom('resident', '居民身份证', '', undefined),
  idNumber: fc.constantFrom(known, inventIdNumber()),
  date: fc.constantFrom('2026-03-18', '20260318', '1900-01-01'),
  until: fc.constantFrom('2026-04-01', '2999-12-31', '', undefined),
  instant: fc.constantFrom('2026-03-18 09:30', '1900-01-01T00:00', '2026-03-20 10:00:00'),
  text: fc.oneof(fc.constant('示例小区'), fc.string({ unit: 'grapheme', maxLength: 40 })),
  division: fc.constantFrom('350102', '350102001002'),
  drugCode: fc.constantFrom('N02BE01', 'n02be01', 'A01'),
  vehicle: fc.constantFrom('G1234', '闽 A12345'),
  number: fc.constantFrom('3', 12, ''),
  operation: fc.constantFrom('add', '撤销', '', undefined),
};

function cellOf(feed: FeedRule, type: string): fc.Arbitrary<unknown> {
  const fitting =
    type === 'kind' ? fc.constantFrom(...feed.kinds.flatMap(({ id, name }) => [id, name])) : right[type];

  return fc.oneof({ weight: 4, arbitrary: fitting ?? anyCell }, { weight: 1, arbitrary: anyCell });
}

function rowsOf(feed: FeedRule): fc.Arbitrary<Record<string, unknown>> {
  const named = fc.record(
    Object.fromEntries(feed.columns.map(({ name, type }) => [name, cellOf(feed, type)])),
    { requiredKeys: [] },
  );
  const more = fc.dictionary(fc.string({ unit: 'binary' }), fc.jsonValue(), { maxKeys: 1 });

  return fc.oneof(
    { weight: 9, arbitrary: named },
    { weight: 1, arbitrary: fc.tuple(named, more).map(([cells, others]) => ({ ...others, ...cells })) },
  );
}

function asSent(cells: object): Record<string, unknown> {
  return JSON.parse(JSON.stringify(cells)) as Record<string, unknown>;
}

/** A key that has a text of its own. */
function isKnownKey(key: string): boolean {
  return (
    key === 'format' || fieldError('', key).message !== fieldError('', 'format').message || key === 'type'
  );
}

let database: Database;
let folder: string;

beforeAll(async () => {
  folder = mkdtempSync(path.join(os.tmpdir(), 'anxing-rows-'));
  database = openDatabase({ dialect: 'sqlite', file: path.join(folder, 'rows.sqlite') });
  await migrate(database, migrations);
});

afterAll(async () => {
  await database.close();
  rmSync(folder, { recursive: true, force: true });
});

/** Rows as they are read again, by line. */
async function writtenAndRead(feed: FeedRule, batch: number, rows: readonly FeedRow[]) {
  await database.batch((link) =>
    link.insert(
      insertInto(feed.target),
      rows.map((row) => valuesOf(feed.target, batch, feed.source, row)),
    ),
  );

  return database.read(`SELECT * FROM ${tableOf(feed.target)} WHERE batch = ? ORDER BY line`, [batch]);
}

function hexOf(bytes: unknown): string | null {
  return bytes === null ? null : Buffer.from(bytes as Uint8Array).toString('hex');
}

describe.each(delivered.map((feed) => [feed.source, feed] as const))('%s', (source, feed) => {
  const names = feed.columns.map(({ name }) => name);

  test('any row is either wrong in a place that is named, or can be stored and says the same again', async () => {
    const reader = new RowReader(feed, around);
    const good: FeedRow[] = [];
    fc.assert(
      fc.property(rowsOf(feed), (given) => {
        const cells = asSent(given);
        const outcome = reader.read(good.length + 1, cells);
        if ('row' in outcome) {
          good.push(outcome.row);
          expect(feed.kinds.map(({ id }) => id)).toContain(outcome.row.kind);
          expect(['add', 'withdraw']).toContain(outcome.row.operation);
          expect(outcome.row.date).toMatch(/^\d{4}-\d{2}-\d{2}$/);
          expect(Number.isSafeInteger(outcome.row.validFrom)).toBe(true);
          expect(outcome.row.validUntil ?? Infinity).toBeGreaterThan(outcome.row.validFrom);
          // The same cells are the same row, whichever line they stand in.
          const again = reader.read(1, cells);
          expect('row' in again && again.row.rowKey.equals(outcome.row.rowKey)).toBe(true);
        } else if ('faults' in outcome) {
          expect(outcome.faults.length).toBeGreaterThan(0);
          expect(outcome.faults.length).toBeLessThanOrEqual(feed.columns.length + 5);
          for (const { column, fault } of outcome.faults) {
            expect(names.includes(column) || (fault === 'unknown' && !/\d{4}/.test(column))).toBe(true);
            expect({ fault, isKnown: isKnownKey(fault) }).toEqual({ fault, isKnown: true });
          }
        }
      }),
      { numRuns: 1_500, seed: 20_261_121 },
    );

    expect(good.length).toBeGreaterThan(100);
    const found = await writtenAndRead(feed, 1_000 + delivered.indexOf(feed), good);
    expect(found.length).toBe(good.length);
    found.forEach((stored, at) => {
      const row = good[at];
      expect({
        source: stored.source,
        subject: stored.subject_index,
        kind: stored.kind,
        date: stored.date,
        validFrom: Number(stored.valid_from),
        validUntil: stored.valid_until === null ? null : Number(stored.valid_until),
        rowKey: hexOf(stored.row_key),
      }).toEqual({
        source,
        subject: row?.subject,
        kind: row?.kind,
        date: row?.date,
        validFrom: row?.validFrom,
        validUntil: row?.validUntil,
        rowKey: row?.rowKey.toString('hex'),
      });
    });
  });
});

function faultsOf(source: string, cells: Record<string, unknown>): string[] {
  const outcome = new RowReader(feedNamed(source), around).read(1, cells);

  return 'faults' in outcome ? outcome.faults.map(({ column, fault }) => `${column} ${fault}`) : [];
}

const visit = { idNumber: known, date: '2026-03-18' };

test.each([
  ['a word that every object knows is no operation', { operation: 'constructor' }, ['operation choice']],
  ['seven digits may be two days', { date: '2026111' }, ['date date']],
  ['a day is written in any usual way', { date: '2026/3/8' }, []],
  ['an unknown column is named', { colour: 'green' }, ['colour unknown']],
  ['a number in the place of a name is not told', { [known]: 1 }, [' unknown']],
  ['a passport is no name of a column', { E12345678: 1 }, [' unknown']],
  ['nor is what somebody is called', { 林小安: 1 }, [' unknown']],
  ['nor is a sentence', { 'fever since Monday': 1 }, [' unknown']],
])('%s', (_what, cells, faults) => {
  expect(faultsOf('fever', { ...visit, ...cells })).toEqual(faults);
});

test('of many unknown columns a few are told', () => {
  const cells = Object.fromEntries(Array.from({ length: 500 }, (_, i) => [`c${i}`, 1]));
  expect(faultsOf('fever', { ...visit, ...cells })).toHaveLength(5);
});

test('a division is a code and nothing behind it', () => {
  const seal = { community: '示例小区', date: '2026-03-18' };
  expect(faultsOf('sealed', { ...seal, division: '350102' })).toEqual([]);
  expect(faultsOf('sealed', { ...seal, division: '350102 台江区' })).toEqual(['division division']);
});

test.each([
  ['12A', 12],
  ['12a', 12],
  ['１２Ａ', 12],
  ['12排', 12],
  ['第12排', 12],
  ['12排A座', 12],
  ['012', 12],
  ['12', 12],
  ['12-A', 12],
  ['05F号', 5],
])('a seat %s is in row %i', (row, position) => {
  const journey = { idNumber: known, kind: 'train', vehicle: 'G1', date: '2026-03-18', row };
  const outcome = new RowReader(feedNamed('journeys'), around).read(1, journey);
  expect(outcome).toMatchObject({ row: { position } });
});

test.each(['A12', '十二', '12AB', '12.5', '-1', '12345', '12 13'])('%s names no row of seats', (row) => {
  const journey = { idNumber: known, kind: 'train', vehicle: 'G1', date: '2026-03-18', row };
  expect(new RowReader(feedNamed('journeys'), around).read(1, journey)).toEqual({
    faults: [{ column: 'row', fault: 'seatRow' }],
  });
});
