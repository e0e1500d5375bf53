import { point, type PointChange, type PointCreate } from '@anxing/contract/points';
import { useMutation, useQueryClient } from '@tanstack/react-query';

import { api } from '../../../lib/api/apiClient';
import { queryKeys } from '../../../lib/queryKeys';

function useStalePoints() {
  const client = useQueryClient();

  return () =>
    Promise.all(
      [queryKeys.points, queryKeys.posters, queryKeys.flow].map((queryKey) =>
        client.invalidateQueries({ queryKey }),
      ),
    );
}

export function useCreatePoint() {
  const onSuccess = useStalePoints();

  return useMutation({
    mutationFn: (input: PointCreate) => api.post('unit/points', input, point),
    onSuccess,
  });
}

/** Also closes and reopens: closing takes the points below and all their posters along. */
export function useChangePoint(id: string) {
  const onSuccess = useStalePoints();

  return useMutation({
    mutationFn: (input: PointChange) => api.patch(`unit/points/${encodeURIComponent(id)}`, input, point),
    onSuccess,
  });
}
