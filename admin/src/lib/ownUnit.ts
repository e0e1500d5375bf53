import { ownUnit, type Abilities } from '@anxing/contract/units';
import { queryOptions, useSuspenseQuery } from '@tanstack/react-query';

import { api } from './api/apiClient';
import { queryKeys } from './queryKeys';

/** Who is signed in, for which unit, and what he may do. */
export const ownUnitQuery = queryOptions({
  queryKey: queryKeys.ownUnit,
  queryFn: ({ signal }) => api.get('unit', ownUnit, { signal }),
  staleTime: 60_000,
});

export function useOwnUnit() {
  return useSuspenseQuery(ownUnitQuery).data;
}

/** The only ground on which a button is shown or hidden. */
export function useAbilities(): Abilities {
  return useOwnUnit().abilities;
}
