import { limits } from '@anxing/contract/limits';
import type { Point } from '@anxing/contract/points';
import { useQuery } from '@tanstack/react-query';

import { api } from '../../../lib/api/apiClient';
import { queryKeys } from '../../../lib/queryKeys';
import { pointPage } from './listPoints';

async function loadAll(signal: AbortSignal): Promise<Point[]> {
  const points: Point[] = [];
  let cursor: string | undefined;
  do {
    const page = await api.get('unit/points', pointPage, {
      query: { limit: limits.pageSizeMax, cursor },
      signal,
    });
    points.push(...page.items);
    cursor = page.next ?? undefined;
  } while (cursor);

  return points;
}

/** Every point in sight, closed ones too, for trees and choices. */
export function useAllPoints(enabled = true) {
  return useQuery({
    queryKey: [...queryKeys.points, 'all'],
    queryFn: ({ signal }) => loadAll(signal),
    staleTime: 60_000,
    enabled,
  });
}
