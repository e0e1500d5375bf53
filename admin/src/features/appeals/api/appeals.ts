import { operatorAppeal, operatorAppealSummary, type appealQuery } from '@anxing/contract/appeals';
import { pageOf } from '@anxing/contract/fields';
import { keepPreviousData, useQuery } from '@tanstack/react-query';
import type { z } from 'zod';

import { api } from '../../../lib/api/apiClient';
import { queryKeys } from '../../../lib/queryKeys';

const appealPage = pageOf(operatorAppealSummary);

export function pathOfAppeal(id: string): string {
  return `operator/appeals/${encodeURIComponent(id)}`;
}

export const appealLists = [...queryKeys.appeals, 'page'];

export function keyOfAppeal(id: string) {
  return [...queryKeys.appeals, 'one', id];
}

/** One page of appeals, newest first. */
export function useAppealPage(query: z.output<typeof appealQuery>) {
  return useQuery({
    queryKey: [...appealLists, query],
    queryFn: ({ signal }) => api.get('operator/appeals', appealPage, { query, signal }),
    placeholderData: keepPreviousData,
  });
}

/** One appeal in full: the person sees that somebody looked. */
export function useAppeal(id: string) {
  return useQuery({
    queryKey: keyOfAppeal(id),
    queryFn: ({ signal }) => api.get(pathOfAppeal(id), operatorAppeal, { signal }),
  });
}
