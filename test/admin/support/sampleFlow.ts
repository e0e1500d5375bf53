import { crowdStateOf } from '@anxing/contract/crowd';
import type { Flow, FlowItem } from '@anxing/contract/flow';

/** A point of the board; its state follows from its numbers. */
export function flowItem(pointId: string, given: Partial<FlowItem> = {}): FlowItem {
  const item = {
    pointId,
    name: pointId,
    parentId: null,
    kind: 'place' as const,
    in: 0,
    out: 0,
    inside: 0,
    capacity: null,
    warningLine: null,
    ...given,
  };

  return { ...item, state: crowdStateOf(item) };
}

export function flowOf(...items: FlowItem[]): Flow {
  return { items, warnings: [], at: 1_700_000_000_000 };
}
