import { emptied } from '@anxing/contract/flow';
import { useMutation, useQueryClient } from '@tanstack/react-query';

import { api } from '../../../lib/api/apiClient';
import { queryKeys } from '../../../lib/queryKeys';

/** Everybody inside a point and those below it is taken to have left. */
export function useEveryoneOut() {
  const client = useQueryClient();

  return useMutation({
    mutationFn: (pointId: string) =>
      api.post(`unit/points/${encodeURIComponent(pointId)}/everyone-out`, {}, emptied),
    onSuccess: () => client.invalidateQueries({ queryKey: queryKeys.flow }),
  });
}
