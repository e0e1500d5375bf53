import { point } from '@anxing/contract/points';
import { useQuery } from '@tanstack/react-query';

import { api } from '../../../lib/api/apiClient';
import { queryKeys } from '../../../lib/queryKeys';

export function usePoint(id: string) {
  return useQuery({
    queryKey: [...queryKeys.points, 'one', id],
    queryFn: ({ signal }) => api.get(`unit/points/${encodeURIComponent(id)}`, point, { signal }),
  });
}
