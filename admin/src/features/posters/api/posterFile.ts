import { posterState, type PosterFormat, type PosterPrint, type PosterSize } from '@anxing/contract/posters';
import { useMutation, useQuery, useQueryClient } from '@tanstack/react-query';

import { api } from '../../../lib/api/apiClient';
import { queryKeys } from '../../../lib/queryKeys';

function filePath(pointId: string, format: PosterFormat): string {
  return `unit/points/${pointId}/poster.${format}`;
}

async function loadPicture(pointId: string, size: PosterSize, signal: AbortSignal): Promise<string> {
  const svg = await api.file(filePath(pointId, 'svg'), { query: { size }, signal });

  return `data:image/svg+xml;charset=utf-8,${encodeURIComponent(await svg.text())}`;
}

/** The poster in force as the address of a picture to look at; not counted as printed. */
export function usePosterPreview(pointId: string, posterId: string, size: PosterSize) {
  return useQuery({
    queryKey: [...queryKeys.posters, 'preview', pointId, posterId, size],
    queryFn: ({ signal }) => loadPicture(pointId, size, signal),
    staleTime: Infinity,
  });
}

/** Counted before it is handed over, so that no print is missing; and only when it could be drawn. */
async function takeFile(pointId: string, { size, format }: PosterPrint): Promise<Blob> {
  const file = await api.file(filePath(pointId, format), { query: { size } });
  await api.post(`unit/points/${pointId}/prints`, { size, format } satisfies PosterPrint, posterState);

  return file;
}

/** The poster for printing or keeping; counted as printed. */
export function usePosterFile(pointId: string) {
  const client = useQueryClient();

  return useMutation({
    mutationFn: (print: PosterPrint) => takeFile(pointId, print),
    onSuccess: () =>
      Promise.all([
        client.invalidateQueries({ queryKey: [...queryKeys.posters, 'list', pointId] }),
        client.invalidateQueries({ queryKey: queryKeys.points }),
      ]),
  });
}
