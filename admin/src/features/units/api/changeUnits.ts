import { initialPassword, unit, unitCreated, type UnitChange, type UnitCreate } from '@anxing/contract/units';
import { useMutation, useQueryClient } from '@tanstack/react-query';

import { api } from '../../../lib/api/apiClient';
import { queryKeys } from '../../../lib/queryKeys';

function useStaleUnits() {
  const client = useQueryClient();

  return () => client.invalidateQueries({ queryKey: queryKeys.units });
}

/** The answer holds the owner's one-time password: it is nowhere else, and not kept in the cache. */
export function useCreateUnit() {
  const onSuccess = useStaleUnits();

  return useMutation({
    mutationFn: (input: UnitCreate) => api.post('operator/units', input, unitCreated),
    onSuccess,
    gcTime: 0,
  });
}

/** Also suspends and resumes: suspending ends all sessions of the unit. */
export function useChangeUnit() {
  const onSuccess = useStaleUnits();

  return useMutation({
    mutationFn: ({ id, ...input }: UnitChange & { id: string }) =>
      api.patch(`operator/units/${id}`, input, unit),
    onSuccess,
  });
}

export function useResetOwner() {
  return useMutation({
    mutationFn: (id: string) => api.post(`operator/units/${id}/reset-owner`, {}, initialPassword),
    gcTime: 0,
  });
}
