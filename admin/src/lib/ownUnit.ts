import { ownUnit, type Abilities, type OwnUnit } from '@anxing/contract/units';
import { queryOptions } from '@tanstack/react-query';
import { createContext, useContext } from 'react';

import { api } from './api/apiClient';
import { queryKeys } from './queryKeys';

/** Who is signed in, for which unit, and what he may do. */
export const ownUnitQuery = queryOptions({
  queryKey: queryKeys.ownUnit,
  queryFn: ({ signal }) => api.get('unit', ownUnit, { signal }),
  staleTime: 60_000,
});

export const OwnUnitContext = createContext<OwnUnit | undefined>(undefined);

/** Below RequireStaff it is always there. */
export function useOwnUnit(): OwnUnit {
  const own = useContext(OwnUnitContext);
  if (!own) {
    throw new Error('useOwnUnit outside of RequireStaff');
  }

  return own;
}

/** The only ground on which a button is shown or hidden. */
export function useAbilities(): Abilities {
  return useOwnUnit().abilities;
}
