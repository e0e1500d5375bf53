import { z } from 'zod';

import { InvalidInput } from '../../../../api/src/base/errors';
import { cutPage, readCursor } from '../../../../api/src/base/paging';

const key = z.tuple([z.number().int(), z.string()]);
const filters = { kind: 'visit', unitId: 'u1' };
const rows = [3, 2, 1].map((at) => ({ at, id: `id-${at}` }));

function next(limit: number, given: object = filters): string | null {
  return cutPage(rows, limit, given, ({ at, id }) => [at, id]).next;
}

test('a page holds as many rows as asked for, and tells where the next begins', () => {
  const page = cutPage(rows, 2, filters, ({ at, id }) => [at, id]);
  expect(page.items).toEqual(rows.slice(0, 2));
  expect(readCursor(filters, page.next ?? '', key)).toEqual([2, 'id-2']);
});

test('the last page has no next, full or not', () => {
  expect(next(3)).toBeNull();
  expect(next(10)).toBeNull();
  expect(cutPage([], 10, filters, () => []).next).toBeNull();
});

test('the first page has no cursor', () => {
  expect(readCursor(filters, undefined, key)).toBeUndefined();
});

test.each([
  ['nothing', ''],
  ['words', 'hello'],
  ['another shape', Buffer.from('{"a":1}').toString('base64url')],
  ['a number', Buffer.from('7').toString('base64url')],
  ['a key without its sum', Buffer.from('["x",1,"a"]').toString('base64url')],
])('%s is no cursor', (_, cursor) => {
  expect(() => readCursor(filters, cursor, key)).toThrow(InvalidInput);
});

test('a cursor of other filters is refused', () => {
  const cursor = next(1) ?? '';
  expect(() => readCursor({ ...filters, kind: 'scan' }, cursor, key)).toThrow(InvalidInput);
  expect(() => readCursor(filters, cursor, z.tuple([z.string()]))).toThrow(InvalidInput);
  expect(readCursor({ kind: 'visit', unitId: 'u1', colour: undefined }, cursor, key)).toEqual([3, 'id-3']);
});

test('it fits the contract’s limit with the longest key there is', () => {
  const id = '018f0000-0000-7000-8000-000000000000';
  const page = cutPage([1, 2], 1, filters, () => [9_999_999_999_999, id]);
  expect(page.next?.length).toBeLessThan(200);
});
