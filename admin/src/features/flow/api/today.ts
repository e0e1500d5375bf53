import { flow, type Flow, type FlowItem } from '@anxing/contract/flow';
import { useQuery } from '@tanstack/react-query';

import { api } from '../../../lib/api/apiClient';
import { queryKeys } from '../../../lib/queryKeys';

const refreshMs = 20_000;

/** Today's comings and goings of all open points in sight, kept fresh while the page is looked at. */
export function useFlow(enabled = true) {
  return useQuery({
    queryKey: queryKeys.flow,
    queryFn: ({ signal }) => api.get('unit/flow', flow, { signal }),
    refetchInterval: refreshMs,
    enabled,
  });
}

export function flowsById(answer: Flow | undefined): Map<string, FlowItem> {
  return new Map(answer?.items.map((item) => [item.pointId, item]));
}

/** Sums over points. Who is inside a floor is inside its building as well, so only the top counts. */
export function totalOf(items: readonly FlowItem[]): Pick<FlowItem, 'in' | 'out' | 'inside'> {
  const known = new Set(items.map(({ pointId }) => pointId));
  const sum = (counts: number[]) => counts.reduce((total, count) => total + count, 0);

  return {
    in: sum(items.map((item) => item.in)),
    out: sum(items.map(({ out }) => out)),
    inside: sum(
      items.filter(({ parentId }) => parentId === null || !known.has(parentId)).map(({ inside }) => inside),
    ),
  };
}
