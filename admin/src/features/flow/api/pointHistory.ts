import { flowDays, flowHours } from '@anxing/contract/flow';
import { keepPreviousData, useQuery } from '@tanstack/react-query';

import { api } from '../../../lib/api/apiClient';
import { queryKeys } from '../../../lib/queryKeys';

const refreshMs = 60_000;

function pathOf(pointId: string): string {
  return `unit/points/${encodeURIComponent(pointId)}/flow`;
}

/** A day of a point, hour by hour. @param day YYYY-MM-DD */
export function usePointHours(pointId: string, day: string) {
  return useQuery({
    queryKey: [...queryKeys.flow, 'hours', pointId, day],
    queryFn: ({ signal }) => api.get(`${pathOf(pointId)}/hours`, flowHours, { query: { day }, signal }),
    refetchInterval: refreshMs,
  });
}

/** Some days of a point, both included. */
export function usePointDays(pointId: string, from: string, to: string) {
  return useQuery({
    queryKey: [...queryKeys.flow, 'days', pointId, from, to],
    queryFn: ({ signal }) => api.get(`${pathOf(pointId)}/days`, flowDays, { query: { from, to }, signal }),
    placeholderData: keepPreviousData,
  });
}
