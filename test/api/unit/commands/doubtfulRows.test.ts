import { DoubtfulRows } from '../../../../api/src/commands/feeds/doubtfulRows';
import type { FeedRow } from '../../../../api/src/risk/feedRows/feedRow';

const doubtful = (line: number) => ({ row: { line } as FeedRow, column: 'idNumber' });
const linesOf = (rows: readonly FeedRow[]) => rows.map(({ line }) => line);

test('are held back to the end, and count when no number was cut', () => {
  const rows = new DoubtfulRows(3);
  expect(rows.take(doubtful(1))).toEqual({ right: [], wrong: [] });
  expect(rows.take(doubtful(2))).toEqual({ right: [], wrong: [] });
  expect(linesOf(rows.rest())).toEqual([1, 2]);
  expect(rows.rest()).toEqual([]);
});

test('are wrong as soon as a number was cut, those before and those behind', () => {
  const rows = new DoubtfulRows(3);
  rows.take(doubtful(1));
  expect(rows.cut()).toEqual([doubtful(1)]);
  expect(rows.take(doubtful(2))).toEqual({ right: [], wrong: [doubtful(2)] });
  expect(rows.cut()).toEqual([]);
  expect(rows.rest()).toEqual([]);
});

test('count when there are as many as are held: so many are no accident', () => {
  const rows = new DoubtfulRows(3);
  rows.take(doubtful(1));
  rows.take(doubtful(2));
  expect(linesOf(rows.take(doubtful(3)).right)).toEqual([1, 2, 3]);
  rows.take(doubtful(4));
  expect(rows.cut()).toEqual([doubtful(4)]);
});
