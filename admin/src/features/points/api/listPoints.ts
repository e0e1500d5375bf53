import { pageOf } from '@anxing/contract/fields';
import { point, type pointQuery } from '@anxing/contract/points';
import { keepPreviousData, useQuery } from '@tanstack/react-query';
import type { z } from 'zod';

import { api } from '../../../lib/api/apiClient';
import { queryKeys } from '../../../lib/queryKeys';

export const pointPage = pageOf(point);

/** One page of the unit's points, a parent before its children. */
export function usePointPage(query: z.output<typeof pointQuery>) {
  return useQuery({
    queryKey: [...queryKeys.points, 'page', query],
    queryFn: ({ signal }) => api.get('unit/points', pointPage, { query, signal }),
    placeholderData: keepPreviousData,
  });
}
