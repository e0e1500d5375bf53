import { change, waitingChanges, type changeQuery } from '@anxing/contract/changes';
import { pageOf } from '@anxing/contract/fields';
import { keepPreviousData, useQuery } from '@tanstack/react-query';
import type { z } from 'zod';

import { api } from '../../../lib/api/apiClient';
import { queryKeys } from '../../../lib/queryKeys';

const refreshMs = 60_000;
const changePage = pageOf(change);

/** One page of changes that take two people, newest first. */
export function useChangePage(query: z.output<typeof changeQuery>) {
  return useQuery({
    queryKey: [...queryKeys.changes, 'page', query],
    queryFn: ({ signal }) => api.get('operator/changes', changePage, { query, signal }),
    placeholderData: keepPreviousData,
  });
}

export function useChange(id: string) {
  return useQuery({
    queryKey: [...queryKeys.changes, 'one', id],
    queryFn: ({ signal }) => api.get(`operator/changes/${encodeURIComponent(id)}`, change, { signal }),
  });
}

/** How many wait for a decision. */
export function useWaitingChanges() {
  return useQuery({
    queryKey: [...queryKeys.changes, 'waiting'],
    queryFn: ({ signal }) => api.get('operator/changes/waiting', waitingChanges, { signal }),
    refetchInterval: refreshMs,
  });
}
