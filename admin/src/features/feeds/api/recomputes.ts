import { recomputeRuns } from '@anxing/contract/ruleVersions';
import { useQuery } from '@tanstack/react-query';

import { api } from '../../../lib/api/apiClient';
import { queryKeys } from '../../../lib/queryKeys';

const quickMs = 3_000;
const calmMs = 30_000;

/** Runs that have not ended, the newest first; asked for more often while there are any. */
export function useRecomputes() {
  return useQuery({
    queryKey: queryKeys.recomputes,
    queryFn: ({ signal }) => api.get('operator/recomputes', recomputeRuns, { signal }),
    select: ({ items }) => items.filter(({ state }) => state !== 'done'),
    refetchInterval: ({ state }) =>
      state.data?.items.some((run) => run.state !== 'done') ? quickMs : calmMs,
  });
}
