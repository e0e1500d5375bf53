import { job } from '@anxing/contract/jobs';
import type { PassageExport } from '@anxing/contract/passages';
import { useMutation, useQueryClient } from '@tanstack/react-query';

import { api } from '../../../lib/api/apiClient';
import { queryKeys } from '../../../lib/queryKeys';

/** Asks for a file of all that the filters leave; it is made in the background. */
export function useExportPassages() {
  const client = useQueryClient();

  return useMutation({
    mutationFn: (wish: PassageExport) => api.post('unit/passages/exports', wish, job),
    onSuccess: () => client.invalidateQueries({ queryKey: queryKeys.jobs }),
  });
}
