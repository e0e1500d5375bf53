import { pageOf } from '@anxing/contract/fields';
import { messageItem, unreadMessages } from '@anxing/contract/me';
import { useInfiniteQuery, useMutation, useQuery, useQueryClient } from '@tanstack/react-query';

import { api } from '../../../lib/api/apiClient';
import { queryKeys } from '../../../lib/queryKeys';

const refreshMs = 60_000;
const messagePage = pageOf(messageItem);

/** How many messages wait to be read. */
export function useUnread() {
  return useQuery({
    queryKey: [...queryKeys.inbox, 'unread'],
    queryFn: ({ signal }) => api.get('unit/messages/unread', unreadMessages, { signal }),
    refetchInterval: refreshMs,
  });
}

/** The own messages, newest first. */
export function useMessages() {
  return useInfiniteQuery({
    queryKey: [...queryKeys.inbox, 'list'],
    queryFn: ({ pageParam, signal }) =>
      api.get('unit/messages', messagePage, { query: { cursor: pageParam }, signal }),
    initialPageParam: undefined as string | undefined,
    getNextPageParam: ({ next }) => next ?? undefined,
  });
}

/** Marks a message as read, or all of them. */
export function useRead() {
  const client = useQueryClient();

  return useMutation({
    mutationFn: (id: string | 'all') =>
      api.tell(id === 'all' ? 'unit/messages/read' : `unit/messages/${encodeURIComponent(id)}/read`),
    onSuccess: () => client.invalidateQueries({ queryKey: queryKeys.inbox }),
  });
}
