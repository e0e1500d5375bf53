import { proposedChange } from '@anxing/contract/changes';
import type { FeedKeyCreate } from '@anxing/contract/feeds';
import { useMutation, useQueryClient } from '@tanstack/react-query';

import { api } from '../../../lib/api/apiClient';
import { queryKeys } from '../../../lib/queryKeys';
import { pathOfFeed } from './feeds';

function useStaleKeys() {
  const client = useQueryClient();

  return () =>
    Promise.all(
      [queryKeys.feeds, queryKeys.changes].map((queryKey) => client.invalidateQueries({ queryKey })),
    );
}

/** A key is good when a second person has approved it. */
export function useProposeKey(source: string) {
  const onSuccess = useStaleKeys();

  return useMutation({
    mutationFn: (input: FeedKeyCreate) => api.tell(`${pathOfFeed(source)}/keys`, input),
    onSuccess,
  });
}

/** Nobody waits any more for a deliverer whose key was revoked, when a second person agrees. */
export function useEndKey(source: string) {
  const onSuccess = useStaleKeys();

  return useMutation({
    mutationFn: (id: string) =>
      api.post(`${pathOfFeed(source)}/keys/${encodeURIComponent(id)}/end`, {}, proposedChange),
    onSuccess,
  });
}

/** At once: a key that may be in wrong hands waits for nobody. */
export function useRevokeKey(source: string) {
  const onSuccess = useStaleKeys();

  return useMutation({
    mutationFn: (id: string) => api.delete(`${pathOfFeed(source)}/keys/${encodeURIComponent(id)}`),
    onSuccess,
  });
}
