import { feedBatch } from '@anxing/contract/feeds';
import { useMutation, useQueryClient } from '@tanstack/react-query';

import { api } from '../../../lib/api/apiClient';
import { queryKeys } from '../../../lib/queryKeys';

/** What becomes of a batch that was held because it would turn many people. */
export type HeldVerdict = 'release' | 'discard';

/** @param path of the source, see `useBatchPage` */
export function useHeldBatch(path: string, id: string) {
  const client = useQueryClient();

  return useMutation({
    mutationFn: (verdict: HeldVerdict) =>
      api.post(`${path}/batches/${encodeURIComponent(id)}/${verdict}`, {}, feedBatch),
    onSettled: () =>
      Promise.all(
        [queryKeys.feeds, queryKeys.changes].map((queryKey) => client.invalidateQueries({ queryKey })),
      ),
  });
}
