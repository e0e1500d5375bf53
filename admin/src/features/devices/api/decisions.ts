import { waitingModel, waitingModelPage, type waitingModelQuery } from '@anxing/contract/devices';
import { keepPreviousData, useMutation, useQuery, useQueryClient } from '@tanstack/react-query';
import type { z } from 'zod';

import { api } from '../../../lib/api/apiClient';
import { queryKeys } from '../../../lib/queryKeys';

const path = 'operator/device-models';

export function useWaitingModels(query: z.output<typeof waitingModelQuery>) {
  return useQuery({
    queryKey: [...queryKeys.devices, 'decisions', query],
    queryFn: ({ signal }) => api.get(path, waitingModelPage, { query, signal }),
    placeholderData: keepPreviousData,
    staleTime: 10_000,
  });
}

function useStaleDecisions() {
  const client = useQueryClient();

  return () => client.invalidateQueries({ queryKey: queryKeys.devices });
}

export function useApproveModel() {
  const onSuccess = useStaleDecisions();

  return useMutation({
    mutationFn: (id: string) => api.post(`${path}/${id}/approve`, {}, waitingModel),
    onSuccess,
  });
}

export function useRefuseModel() {
  const onSuccess = useStaleDecisions();

  return useMutation({
    mutationFn: ({ id, reason }: { id: string; reason: string }) =>
      api.post(`${path}/${id}/refuse`, { reason }, waitingModel),
    onSuccess,
  });
}
