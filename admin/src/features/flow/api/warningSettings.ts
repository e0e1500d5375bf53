import { noticeChoices, type NoticeStaff } from '@anxing/contract/flow';
import { point, type Point } from '@anxing/contract/points';
import { useMutation, useQuery, useQueryClient } from '@tanstack/react-query';

import { api } from '../../../lib/api/apiClient';
import { queryKeys } from '../../../lib/queryKeys';

function pathOf(pointId: string): string {
  return `unit/points/${encodeURIComponent(pointId)}`;
}

/** Who is told of a point's warnings, and who could be. */
export function useNotices(pointId: string) {
  return useQuery({
    queryKey: [...queryKeys.flow, 'notices', pointId],
    queryFn: ({ signal }) => api.get(`${pathOf(pointId)}/notices`, noticeChoices, { signal }),
  });
}

export interface WarningSettingsInput extends NoticeStaff {
  crowd: Pick<Point, 'capacity' | 'warningLine'>;
}

/** Sets what a point holds, from when on it warns, and who is told. */
export function useSaveWarningSettings(pointId: string) {
  const client = useQueryClient();

  return useMutation({
    mutationFn: async ({ crowd, staffIds }: WarningSettingsInput) => {
      await api.patch(pathOf(pointId), crowd, point);
      await api.put(`${pathOf(pointId)}/notices`, { staffIds });
    },
    onSettled: () =>
      Promise.all(
        [queryKeys.flow, queryKeys.points].map((queryKey) => client.invalidateQueries({ queryKey })),
      ),
  });
}
