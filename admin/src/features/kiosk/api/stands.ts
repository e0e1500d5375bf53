import { duty } from '@anxing/contract/duties';
import { pageOf } from '@anxing/contract/fields';
import { limits } from '@anxing/contract/limits';
import { point, type Point } from '@anxing/contract/points';
import type { DutyRequest } from '@anxing/contract/visits';
import { useMutation, useQuery } from '@tanstack/react-query';

import { api } from '../../../lib/api/apiClient';
import { queryKeys } from '../../../lib/queryKeys';

const pointPage = pageOf(point);

async function loadOpen(signal: AbortSignal): Promise<Point[]> {
  const points: Point[] = [];
  let cursor: string | undefined;
  do {
    const query = { limit: limits.pageSizeMax, active: true, cursor };
    const page = await api.get('unit/points', pointPage, { query, signal });
    points.push(...page.items);
    cursor = page.next ?? undefined;
  } while (cursor);

  return points;
}

/** Open points where one may stand. */
export function useOpenPoints() {
  return useQuery({
    queryKey: [...queryKeys.points, 'open'],
    queryFn: ({ signal }) => loadOpen(signal),
    staleTime: 60_000,
  });
}

/** Signs on at a point, and off where one was before. */
export function useStartDuty() {
  return useMutation({ mutationFn: (input: DutyRequest) => api.post('unit/duties', input, duty) });
}
