import { override, type OverrideCreate, type overrideQuery } from '@anxing/contract/overrides';
import { pageOf } from '@anxing/contract/fields';
import { keepPreviousData, useMutation, useQuery, useQueryClient } from '@tanstack/react-query';
import type { z } from 'zod';

import { api } from '../../../lib/api/apiClient';
import type { OverridePath } from '../../../lib/api/overrideOptions';
import { queryKeys } from '../../../lib/queryKeys';

const overridePage = pageOf(override);

/** Changes of colour by hand, newest first: of everybody, or of the own unit. */
export function useOverridePage(path: OverridePath, query: z.output<typeof overrideQuery>) {
  return useQuery({
    queryKey: [...queryKeys.overrides, 'page', path, query],
    queryFn: ({ signal }) => api.get(path, overridePage, { query, signal }),
    placeholderData: keepPreviousData,
  });
}

function useStaleOverrides() {
  const client = useQueryClient();

  return () =>
    Promise.all(
      [queryKeys.overrides, queryKeys.changes].map((queryKey) => client.invalidateQueries({ queryKey })),
    );
}

/** Proposes one; the answer says nothing of whether somebody is registered. */
export function useProposeOverride(path: OverridePath) {
  const onSuccess = useStaleOverrides();

  return useMutation({
    mutationFn: (input: OverrideCreate) => api.post(path, input, override),
    onSuccess,
    gcTime: 0,
  });
}

/** A unit takes back what it proposed; the operator does so where changes are approved. */
export function useWithdrawOverride() {
  const onSuccess = useStaleOverrides();

  return useMutation({
    mutationFn: (id: string) => api.post(`unit/overrides/${encodeURIComponent(id)}/withdraw`, {}, override),
    onSuccess,
  });
}
