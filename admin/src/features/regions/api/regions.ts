import { change } from '@anxing/contract/changes';
import {
  regionHistory,
  regionTable,
  type RegionLevelsPropose,
  type RegionQuery,
} from '@anxing/contract/regions';
import { keepPreviousData, useMutation, useQuery, useQueryClient } from '@tanstack/react-query';

import { api } from '../../../lib/api/apiClient';
import { queryKeys } from '../../../lib/queryKeys';

/** Levels on a day: of what lies in a province or city, or of all that are above the lowest. */
export function useRegions(query: RegionQuery) {
  return useQuery({
    queryKey: [...queryKeys.regions, 'table', query],
    queryFn: ({ signal }) => api.get('operator/regions', regionTable, { query, signal }),
    placeholderData: keepPreviousData,
  });
}

/** All that was ever on record of a division's level. */
export function useRegionHistory(division: string) {
  return useQuery({
    queryKey: [...queryKeys.regions, 'history', division],
    queryFn: ({ signal }) =>
      api.get(`operator/regions/${encodeURIComponent(division)}/history`, regionHistory, { signal }),
  });
}

/** Levels for some divisions; a second person puts them in force. */
export function useProposeLevels() {
  const client = useQueryClient();

  return useMutation({
    mutationFn: (input: RegionLevelsPropose) => api.post('operator/regions/levels', input, change),
    onSuccess: () =>
      Promise.all(
        [queryKeys.regions, queryKeys.changes].map((queryKey) => client.invalidateQueries({ queryKey })),
      ),
  });
}
