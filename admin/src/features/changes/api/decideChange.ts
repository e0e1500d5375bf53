import { change, type ChangeKind } from '@anxing/contract/changes';
import { useMutation, useQueryClient } from '@tanstack/react-query';

import { api } from '../../../lib/api/apiClient';
import { queryKeys } from '../../../lib/queryKeys';

export type Verdict = 'approve' | 'reject' | 'withdraw';

/** What else a decision changes. */
const touched: Record<ChangeKind, readonly (readonly string[])[]> = {
  override: [queryKeys.overrides, queryKeys.appeals],
  batch: [queryKeys.feeds],
  rules: [queryKeys.rules],
  regionLevels: [queryKeys.regions],
  feedKey: [queryKeys.feeds],
  feedKeyEnd: [queryKeys.feeds],
};

/** Decides one change, or takes back one's own; also after a refusal the page is brought up to date. */
export function useDecideChange(id: string, kind: ChangeKind) {
  const client = useQueryClient();

  return useMutation({
    mutationFn: ({ verdict, note }: { verdict: Verdict; note?: string | undefined }) =>
      api.post(`operator/changes/${encodeURIComponent(id)}/${verdict}`, note ? { note } : {}, change),
    onSettled: () =>
      Promise.all(
        [queryKeys.changes, queryKeys.recomputes, ...touched[kind]].map((queryKey) =>
          client.invalidateQueries({ queryKey }),
        ),
      ),
  });
}
