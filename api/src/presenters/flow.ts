import { crowdStateOf } from '@anxing/contract/crowd';
import type { FlowItem, OpenWarning } from '@anxing/contract/flow';

import type { FlowRow } from '../flow/liveRows';
import type { FlowWarning } from '../models/flowWarning';

export function presentFlow({ point, flow }: FlowRow): FlowItem {
  const { id, name, parentId, kind, capacity, warningLine } = point;
  const state = crowdStateOf({ inside: flow.inside, capacity, warningLine });

  return { pointId: id, name, parentId, kind, ...flow, capacity, warningLine, state };
}

export function presentOpenWarning(warning: FlowWarning): OpenWarning {
  const { id, pointId, level, threshold, raisedAt, acknowledgedAt } = warning;

  return { id, pointId, level, threshold, raisedAt, acknowledgedAt };
}
