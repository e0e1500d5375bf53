import type { FlowItem } from '@anxing/contract/flow';

import { totalOf } from '../../../../admin/src/features/flow/api/today';

function item(pointId: string, parentId: string | null, counts: [number, number, number]): FlowItem {
  const [came, out, inside] = counts;

  return {
    pointId,
    name: pointId,
    parentId,
    kind: 'place',
    in: came,
    out,
    inside,
    capacity: null,
    warningLine: null,
    state: 'normal',
  };
}

describe('totals of the day', () => {
  it('count who is inside a floor once, with the building', () => {
    const items = [
      item('hall', null, [5, 1, 9]),
      item('floor', 'hall', [7, 2, 6]),
      item('shop', null, [1, 0, 1]),
    ];

    expect(totalOf(items)).toEqual({ in: 13, out: 3, inside: 10 });
  });

  it('count floors whose building is out of sight', () => {
    expect(totalOf([item('floor', 'hall', [7, 2, 5])])).toEqual({ in: 7, out: 2, inside: 5 });
  });
});
