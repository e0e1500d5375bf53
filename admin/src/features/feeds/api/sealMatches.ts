import { sealMatches } from '@anxing/contract/feeds';
import { useQuery } from '@tanstack/react-query';

import { api } from '../../../lib/api/apiClient';
import { queryKeys } from '../../../lib/queryKeys';

const everyMs = 3_000;

/** Whom a list of sealed communities found. @param path see `useBatchPage` */
export function useSealMatches(path: string, id: string) {
  return useQuery({
    queryKey: [...queryKeys.feeds, 'matches', path, id],
    queryFn: ({ signal }) =>
      api.get(`${path}/batches/${encodeURIComponent(id)}/matches`, sealMatches, { signal }),
    refetchInterval: ({ state }) => (state.data?.state === 'comparing' ? everyMs : false),
  });
}
