import { pointTotals, type PointFilter } from '@anxing/contract/points';
import { useQuery } from '@tanstack/react-query';

import { api } from '../../../lib/api/apiClient';
import { queryKeys } from '../../../lib/queryKeys';

/** How many points match a filter. */
export function usePointTotals(filter: PointFilter, enabled: boolean) {
  return useQuery({
    queryKey: [...queryKeys.points, 'totals', filter],
    queryFn: ({ signal }) => api.get('unit/points/totals', pointTotals, { query: filter, signal }),
    enabled,
  });
}
