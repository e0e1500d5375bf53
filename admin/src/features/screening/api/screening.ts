import { pageOf } from '@anxing/contract/fields';
import { screeningBoard, screeningPerson, type screeningQuery } from '@anxing/contract/screening';
import { useQuery } from '@tanstack/react-query';
import type { z } from 'zod';

import { api } from '../../../lib/api/apiClient';
import { queryKeys } from '../../../lib/queryKeys';

const peoplePage = pageOf(screeningPerson);

/** A page that was seen stays good for a while: asking again would be another look at these people. */
const staleMs = 10 * 60_000;

/** Every group with what was counted of it. */
export function useScreeningBoard() {
  return useQuery({
    queryKey: [...queryKeys.screening, 'board'],
    queryFn: ({ signal }) => api.get('operator/screening', screeningBoard, { signal }),
  });
}

/** People on the lists. Each page is a look, which they can read of. */
export function useScreeningPeople(query: z.output<typeof screeningQuery>) {
  return useQuery({
    queryKey: [...queryKeys.screening, 'people', query],
    queryFn: ({ signal }) => api.get('operator/screening/people', peoplePage, { query, signal }),
    staleTime: staleMs,
  });
}
