import { pageOf } from '@anxing/contract/fields';
import { hasEnded, job, type Job } from '@anxing/contract/jobs';
import { useMutation, useQuery, useQueryClient } from '@tanstack/react-query';

import { api } from '../../../lib/api/apiClient';
import { queryKeys } from '../../../lib/queryKeys';

const jobPage = pageOf(job);
const shown = 5;
const everyMs = 1_000;

/** The latest background jobs of a kind that I started; asked for every second while one is under way. */
export function useJobs(kind: string) {
  return useQuery({
    queryKey: [...queryKeys.jobs, kind],
    queryFn: ({ signal }) => api.get('unit/jobs', jobPage, { query: { kind, limit: shown }, signal }),
    select: ({ items }) => items,
    refetchInterval: ({ state }) => (state.data?.items.every(hasEnded) === false ? everyMs : false),
  });
}

/** Cancels what has not ended, forgets what has. */
export function useDropJob() {
  const client = useQueryClient();

  return useMutation({
    mutationFn: (id: string) => api.delete(`unit/jobs/${id}`),
    onSettled: () => client.invalidateQueries({ queryKey: queryKeys.jobs }),
  });
}

export function useJobFile() {
  return useMutation({ mutationFn: ({ id }: Job) => api.file(`unit/jobs/${id}/file`), gcTime: 0 });
}
