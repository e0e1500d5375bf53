import { feedBoard, feedDetail } from '@anxing/contract/feeds';
import { useQuery } from '@tanstack/react-query';

import { api } from '../../../lib/api/apiClient';
import { queryKeys } from '../../../lib/queryKeys';

const refreshMs = 30_000;

export function pathOfFeed(source: string): string {
  return `operator/feeds/${encodeURIComponent(source)}`;
}

/** All sources and how fresh they are, kept up to date while the board is looked at. */
export function useFeedBoard() {
  return useQuery({
    queryKey: [...queryKeys.feeds, 'board'],
    queryFn: ({ signal }) => api.get('operator/feeds', feedBoard, { signal }),
    refetchInterval: refreshMs,
  });
}

/** One source with its columns and keys. */
export function useFeed(source: string) {
  return useQuery({
    queryKey: [...queryKeys.feeds, 'one', source],
    queryFn: ({ signal }) => api.get(pathOfFeed(source), feedDetail, { signal }),
    refetchInterval: refreshMs,
  });
}
