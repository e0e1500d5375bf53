import type { Job } from '@anxing/contract/jobs';
import {
  posterBatchPrinted,
  posterBatchStarted,
  type PosterBatch,
  type PosterBatchPrinted,
} from '@anxing/contract/posterBatches';
import { useMutation, useQueryClient } from '@tanstack/react-query';

import { api } from '../../../lib/api/apiClient';
import { queryKeys } from '../../../lib/queryKeys';

/** Has the posters of many points drawn in the background. */
export function useStartBatch() {
  const client = useQueryClient();

  return useMutation({
    mutationFn: (batch: PosterBatch) => api.post('unit/posters.pdf', batch, posterBatchStarted),
    onSuccess: () => client.invalidateQueries({ queryKey: queryKeys.jobs }),
  });
}

export interface BatchFile extends PosterBatchPrinted {
  file: Blob;
}

/** Counted before it is handed over, and only when it is there. */
async function takeBatch({ id }: Job): Promise<BatchFile> {
  const file = await api.file(`unit/jobs/${id}/file`);
  const printed = await api.post(`unit/jobs/${id}/prints`, {}, posterBatchPrinted);

  return { file, ...printed };
}

/** The file of a finished batch for printing or keeping; every poster in it is counted as printed. */
export function useBatchFile() {
  const client = useQueryClient();

  return useMutation({
    mutationFn: takeBatch,
    gcTime: 0,
    onSuccess: () =>
      Promise.all(
        [queryKeys.posters, queryKeys.points].map((queryKey) => client.invalidateQueries({ queryKey })),
      ),
  });
}
