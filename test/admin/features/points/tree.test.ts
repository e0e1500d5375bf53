import {
  possibleParents,
  pointOptions,
  treeOf,
  type PointNode,
} from '../../../../admin/src/features/points/tree';
import { fakePoints } from '../../support/fake/fakePoints';

const points = fakePoints(Date.UTC(2026, 10, 21), 8);

function outline(nodes: readonly PointNode[]): unknown[] {
  return nodes.map(({ name, children }) => (children ? [name, outline(children)] : name));
}

describe('the tree of points', () => {
  it('puts each point under the one above', () => {
    expect(outline(treeOf(points, () => true)).slice(0, 2)).toEqual([
      ['政务服务中心', [['一层大厅', ['东门']], '二层窗口区']],
      '职工食堂',
    ]);
  });

  it('keeps what lies above a match, and nothing else', () => {
    const found = treeOf(points, ({ name }) => name === '东门');

    expect(outline(found)).toEqual([['政务服务中心', [['一层大厅', ['东门']]]]]);
  });

  it('shows a floor at the top when its building is out of sight', () => {
    const inSight = points.filter(({ name }) => name === '一层大厅' || name === '东门');

    expect(outline(treeOf(inSight, () => true))).toEqual([['一层大厅', ['东门']]]);
  });
});

describe('points as choices', () => {
  it('are told with what lies above', () => {
    expect(pointOptions(points).map(({ label }) => label)).toContain('政务服务中心 / 一层大厅 / 东门');
  });

  it('are open and not too deep to have others below', () => {
    const names = possibleParents(points).map(({ name }) => name);

    expect(names).toContain('一层大厅');
    expect(names).not.toContain('东门');
    expect(names).not.toContain('旧办事大厅');
  });
});
