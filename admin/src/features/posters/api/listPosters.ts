import { posterState } from '@anxing/contract/posters';
import { useQuery } from '@tanstack/react-query';
import { z } from 'zod';

import { api } from '../../../lib/api/apiClient';
import { queryKeys } from '../../../lib/queryKeys';

const posters = z.object({ items: z.array(posterState) });

/** Every poster a point ever had, newest first. */
export function usePosters(pointId: string) {
  return useQuery({
    queryKey: [...queryKeys.posters, 'list', pointId],
    queryFn: ({ signal }) => api.get(`unit/points/${pointId}/posters`, posters, { signal }),
  });
}
