import { staffMember } from '@anxing/contract/units';
import { useQuery } from '@tanstack/react-query';

import { api } from '../../../lib/api/apiClient';
import { queryKeys } from '../../../lib/queryKeys';

/** One sub-account of the own unit. */
export function useStaffMember(id: string | undefined) {
  return useQuery({
    queryKey: [...queryKeys.staff, 'one', id],
    queryFn: ({ signal }) => api.get(`unit/staff/${encodeURIComponent(id ?? '')}`, staffMember, { signal }),
    enabled: id !== undefined,
    staleTime: 60_000,
  });
}
