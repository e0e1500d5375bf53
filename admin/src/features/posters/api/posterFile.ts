import type { PosterSize } from '@anxing/contract/points';
import { useMutation, useQuery, useQueryClient } from '@tanstack/react-query';

import { api } from '../../../lib/api/apiClient';
import { queryKeys } from '../../../lib/queryKeys';

export type PosterFormat = 'svg' | 'png' | 'pdf';

const size: PosterSize = 'a4';

function filePath(pointId: string, format: PosterFormat): string {
  return `unit/points/${pointId}/poster.${format}`;
}

async function loadPicture(pointId: string, signal: AbortSignal): Promise<string> {
  const svg = await api.file(filePath(pointId, 'svg'), { query: { size }, signal });

  return `data:image/svg+xml;charset=utf-8,${encodeURIComponent(await svg.text())}`;
}

/** The poster in force as the address of a picture to look at; not counted as printed. */
export function usePosterPreview(pointId: string, posterId: string) {
  return useQuery({
    queryKey: [...queryKeys.posters, 'preview', pointId, posterId],
    queryFn: ({ signal }) => loadPicture(pointId, signal),
    staleTime: Infinity,
  });
}

/** The poster for printing or keeping; counted as printed. */
export function usePosterFile(pointId: string) {
  const client = useQueryClient();

  return useMutation({
    mutationFn: (format: PosterFormat) =>
      api.file(filePath(pointId, format), { query: { size, print: true } }),
    onSuccess: () =>
      Promise.all([
        client.invalidateQueries({ queryKey: [...queryKeys.posters, 'list', pointId] }),
        client.invalidateQueries({ queryKey: queryKeys.points }),
      ]),
  });
}
