import { pageOf } from '@anxing/contract/fields';
import { passageItem, type passageQuery } from '@anxing/contract/passages';
import { keepPreviousData, useQuery } from '@tanstack/react-query';
import { z } from 'zod';

import { api } from '../../../lib/api/apiClient';
import { queryKeys } from '../../../lib/queryKeys';

const passagePage = pageOf(passageItem).extend({
  /** How many fit the filters; beyond a limit the server only estimates. */
  total: z.object({ count: z.number(), estimate: z.boolean() }).optional(),
});
export type PassagePage = z.infer<typeof passagePage>;

/** One page of comings and goings, newest first. Every call is recorded, so it is made when somebody asks only. */
export function usePassagePage(query: z.output<typeof passageQuery>) {
  return useQuery({
    queryKey: [...queryKeys.passages, 'page', query],
    queryFn: ({ signal }) => api.get('unit/passages', passagePage, { query, signal }),
    placeholderData: keepPreviousData,
    staleTime: 30_000,
  });
}
