import { passagePage, type PassagePage, type PassageTotal } from '@anxing/contract/passages';
import { keepPreviousData, useQuery, useQueryClient, type UseQueryResult } from '@tanstack/react-query';

import { api } from '../../../lib/api/apiClient';
import { queryKeys } from '../../../lib/queryKeys';
import type { PassageFilterValues, PasserFilterValues } from '../passageFilterShape';

export interface PassageListing {
  page: UseQueryResult<PassagePage>;
  /** What the list's first page told; undefined for who came by a link into the middle. */
  total: PassageTotal | undefined;
}

function keyOf(path: string, query: object) {
  return [...queryKeys.passages, 'page', path, query];
}

/**
 * One page of comings and goings, newest first. Every call is recorded, so it is made when somebody asks only.
 * @param path `unit/passages`, or the passages of one person or staff member
 */
export function usePassages(path: string, query: PassageFilterValues | PasserFilterValues): PassageListing {
  const client = useQueryClient();
  const page = useQuery({
    queryKey: keyOf(path, query),
    queryFn: ({ signal }) => api.get(path, passagePage, { query, signal }),
    placeholderData: keepPreviousData,
    staleTime: 30_000,
  });
  const { cursor, ...rest } = query;
  const total =
    cursor === undefined ? page.data?.total : client.getQueryData<PassagePage>(keyOf(path, rest))?.total;

  return { page, total };
}
