import { passageDetail } from '@anxing/contract/passages';
import { useQuery } from '@tanstack/react-query';

import { api } from '../../../lib/api/apiClient';
import { queryKeys } from '../../../lib/queryKeys';

/** One passage. The person can read that the unit looked, so nothing is fetched twice. */
export function usePassage(id: string | undefined) {
  return useQuery({
    queryKey: [...queryKeys.passages, 'one', id],
    queryFn: ({ signal }) =>
      api.get(`unit/passages/${encodeURIComponent(id ?? '')}`, passageDetail, { signal }),
    enabled: id !== undefined,
    staleTime: Infinity,
  });
}
