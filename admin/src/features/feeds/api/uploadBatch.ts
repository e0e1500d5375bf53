import { batchTaken, type handUploadQuery } from '@anxing/contract/feeds';
import { useMutation, useQueryClient } from '@tanstack/react-query';
import type { z } from 'zod';

import { api } from '../../../lib/api/apiClient';
import { queryKeys } from '../../../lib/queryKeys';

/** How much has gone up, from 0 to 1; or it waits for a code by SMS, and goes up again after it. */
export type UploadStep = number | 'proof';

export interface BatchFile extends z.output<typeof handUploadQuery> {
  file: File;
  onStep: (step: UploadStep) => void;
}

/** By the name's end: a browser often knows no type for these files. */
function typed(file: File): Blob {
  const type = /\.(ndjson|jsonl)$/i.test(file.name) ? 'application/x-ndjson' : 'text/csv';

  return new Blob([file], { type });
}

/** Uploads a file by hand. @param path see `useBatchPage` */
export function useUploadBatch(path: string) {
  const client = useQueryClient();

  return useMutation({
    mutationFn: ({ file, name, asOf, onStep }: BatchFile) =>
      api.upload(`${path}/uploads`, typed(file), batchTaken, {
        query: { name, asOf },
        onProgress: onStep,
        onProofAsked: () => onStep('proof'),
      }),
    // A batch that was refused is in the list too.
    onSettled: () =>
      Promise.all(
        [queryKeys.feeds, queryKeys.changes].map((queryKey) => client.invalidateQueries({ queryKey })),
      ),
    gcTime: 0,
  });
}
