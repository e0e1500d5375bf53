import { limits } from '@anxing/contract/limits';
import type { StaffMember } from '@anxing/contract/units';
import { useQuery } from '@tanstack/react-query';

import { api } from '../../../lib/api/apiClient';
import { queryKeys } from '../../../lib/queryKeys';
import { useStaffMember } from './getStaff';
import { staffPage } from './listStaff';

async function loadAll(signal: AbortSignal): Promise<StaffMember[]> {
  const staff: StaffMember[] = [];
  let cursor: string | undefined;
  do {
    const page = await api.get('unit/staff', staffPage, {
      query: { limit: limits.pageSizeMax, cursor },
      signal,
    });
    staff.push(...page.items);
    cursor = page.next ?? undefined;
  } while (cursor);

  return staff;
}

/**
 * Colleagues to choose among: all of them for who manages them, for others the one that is chosen already.
 * @param mayList whether the list of sub-accounts is open to the user
 */
export function useStaffChoices(mayList: boolean, chosen: string | undefined) {
  const { data: all = [] } = useQuery({
    queryKey: [...queryKeys.staff, 'all'],
    queryFn: ({ signal }) => loadAll(signal),
    staleTime: 60_000,
    enabled: mayList,
  });
  const isKnown = all.some(({ id }) => id === chosen);
  const { data: one } = useStaffMember(mayList || isKnown ? undefined : chosen);

  return [...all, ...(one ? [one] : [])].map(({ id, name }) => ({ value: id, label: name }));
}
