import { pointImport, type PointImport } from '@anxing/contract/pointSheets';
import type { PointFilter } from '@anxing/contract/points';
import { useMutation, useQueryClient } from '@tanstack/react-query';

import { api } from '../../../lib/api/apiClient';
import { queryKeys } from '../../../lib/queryKeys';

export type SheetFormat = 'xlsx' | 'csv';

function send(file: File, confirm?: string): Promise<PointImport> {
  return api.upload('unit/points/imports', file, pointImport, { query: { confirm } });
}

/** Has a list checked; nothing is added. */
export function useCheckList() {
  return useMutation({ mutationFn: (file: File) => send(file), gcTime: 0 });
}

/** Adds the good rows of a list that was checked. */
export function useAddList() {
  const client = useQueryClient();

  return useMutation({
    mutationFn: ({ file, check }: { file: File; check: string }) => send(file, check),
    onSuccess: () =>
      Promise.all(
        [queryKeys.points, queryKeys.flow].map((queryKey) => client.invalidateQueries({ queryKey })),
      ),
  });
}

/** The points that match as a list, with the links of their posters. */
export function useExportList() {
  return useMutation({
    mutationFn: ({ format, filter }: { format: SheetFormat; filter: PointFilter }) =>
      api.file(`unit/points.${format}`, { query: filter }),
    gcTime: 0,
  });
}

/** An empty list to fill in. */
export function useTemplate() {
  return useMutation({
    mutationFn: (format: SheetFormat) => api.file(`unit/points/template.${format}`),
    gcTime: 0,
  });
}
