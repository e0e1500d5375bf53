import { divisionList } from '@anxing/contract/divisions';
import { useQuery } from '@tanstack/react-query';

import { queryKeys } from '../queryKeys';
import { api } from './apiClient';

/** What lies in a province or city at once; of the own province the configuration knows it already. */
export function useDivisionsWithin(within: string | undefined) {
  return useQuery({
    queryKey: [...queryKeys.config, 'divisions', within],
    queryFn: ({ signal }) => api.get('divisions', divisionList, { query: { within }, signal }),
    select: ({ items }) => items,
    staleTime: Infinity,
    enabled: within !== undefined,
  });
}
