import {
  initialPassword,
  staffCreated,
  staffMember,
  type StaffChange,
  type StaffCreate,
} from '@anxing/contract/units';
import { useMutation, useQueryClient } from '@tanstack/react-query';

import { api } from '../../../lib/api/apiClient';
import { queryKeys } from '../../../lib/queryKeys';

function useStaleStaff() {
  const client = useQueryClient();

  return () => client.invalidateQueries({ queryKey: queryKeys.staff });
}

/** The answer holds the one-time password: it is nowhere else, and not kept in the cache. */
export function useAddStaff() {
  const onSuccess = useStaleStaff();

  return useMutation({
    mutationFn: (input: StaffCreate) => api.post('unit/staff', input, staffCreated),
    onSuccess,
    gcTime: 0,
  });
}

export function useChangeStaff() {
  const onSuccess = useStaleStaff();

  return useMutation({
    mutationFn: ({ id, ...input }: StaffChange & { id: string }) =>
      api.patch(`unit/staff/${id}`, input, staffMember),
    onSuccess,
  });
}

/** Ends the sessions of the account and gives it a new one-time password. */
export function useResetStaff() {
  const onSuccess = useStaleStaff();

  return useMutation({
    mutationFn: (id: string) => api.post(`unit/staff/${id}/reset`, {}, initialPassword),
    onSuccess,
    gcTime: 0,
  });
}
