import { pageOf } from '@anxing/contract/fields';
import { staffMember } from '@anxing/contract/units';
import { keepPreviousData, useQuery } from '@tanstack/react-query';

import { api } from '../../../lib/api/apiClient';
import { queryKeys } from '../../../lib/queryKeys';

export const staffPage = pageOf(staffMember);

export function useStaffPage(query: { cursor?: string | undefined; limit: number }) {
  return useQuery({
    queryKey: [...queryKeys.staff, query],
    queryFn: ({ signal }) => api.get('unit/staff', staffPage, { query, signal }),
    placeholderData: keepPreviousData,
    staleTime: 30_000,
  });
}
