import { pageOf } from '@anxing/contract/fields';
import { unit, type unitQuery } from '@anxing/contract/units';
import { keepPreviousData, useQuery } from '@tanstack/react-query';
import type { z } from 'zod';

import { api } from '../../../lib/api/apiClient';
import { queryKeys } from '../../../lib/queryKeys';

const unitPage = pageOf(unit);

/** Units, newest first; `q` is sought in name and credit code. */
export function useUnitPage(query: z.output<typeof unitQuery>) {
  return useQuery({
    queryKey: [...queryKeys.units, query],
    queryFn: ({ signal }) => api.get('operator/units', unitPage, { query, signal }),
    placeholderData: keepPreviousData,
  });
}
