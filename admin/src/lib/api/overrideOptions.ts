import { overrideOptions } from '@anxing/contract/overrides';
import { useQuery } from '@tanstack/react-query';

import { queryKeys } from '../queryKeys';
import { api } from './apiClient';

/** Where changes of colour by hand are proposed: by the operator, or by a unit. */
export type OverridePath = 'operator/overrides' | 'unit/overrides';

/** What can be changed by hand, and the closed list of reasons. */
export function useOverrideOptions(path: OverridePath, enabled = true) {
  return useQuery({
    queryKey: [...queryKeys.overrides, 'options', path],
    queryFn: ({ signal }) => api.get(`${path}/options`, overrideOptions, { signal }),
    staleTime: 60_000,
    enabled,
  });
}
