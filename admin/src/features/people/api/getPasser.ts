import { passer } from '@anxing/contract/passages';
import { useQuery } from '@tanstack/react-query';

import { api } from '../../../lib/api/apiClient';
import { queryKeys } from '../../../lib/queryKeys';

/** Somebody who was at the own unit. The person can read that the unit looked, so nothing is fetched twice. */
export function usePasser(id: string) {
  return useQuery({
    queryKey: [...queryKeys.passages, 'person', id],
    queryFn: ({ signal }) => api.get(`unit/people/${encodeURIComponent(id)}`, passer, { signal }),
    staleTime: Infinity,
  });
}
