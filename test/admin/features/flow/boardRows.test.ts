import { boardRows, fullness, type BoardFilters } from '../../../../admin/src/features/flow/board/boardRows';
import { flowItem } from '../../support/sampleFlow';

const items = new Map(
  [
    flowItem('hall', { name: '大厅', inside: 70, capacity: 100 }),
    flowItem('gate', { name: '东门', parentId: 'hall', inside: 500 }),
    flowItem('cinema', { name: '影城', parentId: 'hall', inside: 30, capacity: 40, warningLine: 30 }),
    flowItem('shop', { name: '小店', inside: 4, capacity: 4 }),
    flowItem('desk', { name: '服务台', parentId: 'elsewhere', inside: 9, warningLine: 10 }),
  ].map((item) => [item.pointId, item]),
);

function ids(filters: Partial<BoardFilters>): string[] {
  return boardRows(items, { order: 'fullest', ...filters }).map(({ pointId }) => pointId);
}

test('the most severe first, then the fullest; places without a limit come last', () => {
  expect(ids({})).toEqual(['shop', 'cinema', 'desk', 'hall', 'gate']);
  expect(ids({ order: 'inside' })).toEqual(['gate', 'hall', 'cinema', 'desk', 'shop']);
});

test('as a tree, a point whose parent is out of sight stands at the top', () => {
  expect(ids({ order: 'tree' })).toEqual(['hall', 'gate', 'cinema', 'shop', 'desk']);
  const rows = boardRows(items, { order: 'tree' });
  expect(rows.map(({ depth, path }) => [depth, path])).toEqual([
    [0, ''],
    [1, '大厅'],
    [1, '大厅'],
    [0, ''],
    [0, ''],
  ]);
});

test('filtered by state and by words of the name or the path', () => {
  expect(ids({ state: 'warning' })).toEqual(['cinema']);
  expect(ids({ q: ' 大厅 ' })).toEqual(['cinema', 'hall', 'gate']);
  expect(ids({ q: '影', order: 'tree' })).toEqual(['cinema']);
  expect(ids({ q: '没有' })).toEqual([]);
});

test('fullness goes by the capacity, or by the line where there is none', () => {
  expect(fullness(flowItem('a', { inside: 5, capacity: 10, warningLine: 6 }))).toBe(0.5);
  expect(fullness(flowItem('a', { inside: 3, warningLine: 6 }))).toBe(0.5);
  expect(fullness(flowItem('a', { inside: 3 }))).toBe(0);
});
