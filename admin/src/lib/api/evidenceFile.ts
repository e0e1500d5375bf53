import { useQuery } from '@tanstack/react-query';

import { queryKeys } from '../queryKeys';
import { api } from './apiClient';

/** Where evidence is read: each look is recorded there. */
export type EvidencePath = 'operator/evidence' | 'unit/evidence';

/** A picture or document; kept only as long as somebody looks at it. */
export function useEvidenceFile(path: EvidencePath, id: string) {
  return useQuery({
    queryKey: [...queryKeys.evidence, path, id],
    queryFn: ({ signal }) => api.file(`${path}/${encodeURIComponent(id)}`, { signal }),
    staleTime: Infinity,
    gcTime: 0,
  });
}
