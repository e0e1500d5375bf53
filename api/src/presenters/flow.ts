import type { FlowItem } from '@anxing/contract/points';

import type { PointFlow } from '../flow/flowToday';
import type { Point } from '../models/point';

const still: PointFlow = { in: 0, out: 0, inside: 0 };

export function presentFlow(point: Point, flow: PointFlow = still): FlowItem {
  const { id, name, parentId, capacity, warningLine } = point;

  return { pointId: id, name, parentId, ...flow, capacity, warningLine };
}
