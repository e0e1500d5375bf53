import { pageOf } from '@anxing/contract/fields';
import { flowWarning, type warningQuery } from '@anxing/contract/flow';
import { keepPreviousData, useMutation, useQuery, useQueryClient } from '@tanstack/react-query';
import type { z } from 'zod';

import { api } from '../../../lib/api/apiClient';
import { queryKeys } from '../../../lib/queryKeys';

const warningPage = pageOf(flowWarning);

/** One page of warnings, newest first. */
export function useWarningPage(query: z.output<typeof warningQuery>) {
  return useQuery({
    queryKey: [...queryKeys.flow, 'warnings', query],
    queryFn: ({ signal }) => api.get('unit/flow/warnings', warningPage, { query, signal }),
    placeholderData: keepPreviousData,
  });
}

/** Says that one sees to a warning. */
export function useAcknowledge() {
  const client = useQueryClient();

  return useMutation({
    mutationFn: ({ id, note }: { id: string; note?: string | undefined }) =>
      api.post(`unit/flow/warnings/${encodeURIComponent(id)}/acknowledge`, note ? { note } : {}, flowWarning),
    onSuccess: () => client.invalidateQueries({ queryKey: queryKeys.flow }),
  });
}
