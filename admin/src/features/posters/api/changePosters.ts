import { posterState } from '@anxing/contract/posters';
import { useMutation, useQueryClient } from '@tanstack/react-query';

import { api } from '../../../lib/api/apiClient';
import { queryKeys } from '../../../lib/queryKeys';

function useStalePosters() {
  const client = useQueryClient();

  return () =>
    Promise.all(
      [queryKeys.posters, queryKeys.points].map((queryKey) => client.invalidateQueries({ queryKey })),
    );
}

/** The poster in force, if there is one, stops working at once. */
export function useIssuePoster(pointId: string) {
  const onSuccess = useStalePosters();

  return useMutation({
    mutationFn: () => api.post(`unit/points/${pointId}/posters`, {}, posterState),
    onSuccess,
  });
}

export function useRevokePoster(pointId: string) {
  const onSuccess = useStalePosters();

  return useMutation({
    mutationFn: (posterId: string) => api.delete(`unit/points/${pointId}/posters/${posterId}`),
    onSuccess,
  });
}
