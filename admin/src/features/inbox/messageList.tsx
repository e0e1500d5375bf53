import type { MessageItem } from '@anxing/contract/me';
import { App, Button, Empty, Tag } from 'antd';

import { ErrorState } from '../../components/errorState';
import { Instant } from '../../components/instant';
import { Loading } from '../../components/loading';
import { asApiError } from '../../lib/api/apiError';
import { useMessages, useRead } from './api/messages';

function Message({ item, onRead }: { item: MessageItem; onRead: () => void }) {
  const { title, body, at, read } = item;

  return (
    <li className="messageRow">
      <p className="messageTitle">
        <strong>{title}</strong>
        {!read && <Tag color="processing">未读</Tag>}
      </p>
      <p>{body}</p>
      <p className="soft messageFoot">
        <Instant at={at} />
        {!read && (
          <Button type="link" size="small" aria-label={`标为已读 ${title}`} onClick={onRead}>
            标为已读
          </Button>
        )}
      </p>
    </li>
  );
}

/** The own messages, newest first. */
export function MessageList({ unread }: { unread: number }) {
  const { data, error, refetch, hasNextPage, fetchNextPage, isFetchingNextPage } = useMessages();
  const { message } = App.useApp();
  const read = useRead();
  const mark = (id: string | 'all') =>
    read.mutate(id, { onError: (fault) => void message.error(asApiError(fault).message) });
  if (error && !data) {
    return <ErrorState error={error} onRetry={() => void refetch()} />;
  }
  if (!data) {
    return <Loading />;
  }
  const items = data.pages.flatMap((page) => page.items);
  if (items.length === 0) {
    return <Empty description="还没有消息" />;
  }

  return (
    <>
      <p className="messageTop">
        <Button disabled={unread === 0} loading={read.isPending} onClick={() => mark('all')}>
          全部标为已读
        </Button>
      </p>
      <ul aria-label="站内消息">
        {items.map((item) => (
          <Message key={item.id} item={item} onRead={() => mark(item.id)} />
        ))}
      </ul>
      {hasNextPage && (
        <Button block loading={isFetchingNextPage} onClick={() => void fetchNextPage()}>
          更早的消息
        </Button>
      )}
    </>
  );
}
