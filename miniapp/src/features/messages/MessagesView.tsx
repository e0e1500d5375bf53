import { View } from '@tarojs/components';
import { useState } from 'react';

import type { MessageItem } from '@anxing/contract/me';

import { PagedList } from '../../components/PagedList';
import { Press } from '../../components/Press';
import { shortTimeText } from '../../lib/format';
import { openPage } from '../../lib/navigation';
import { request } from '../../lib/request';
import { usePages } from '../../lib/usePages';
import { aria } from '../../platform/aria';
import { texts } from './texts';
import './messages.scss';

/** Where a message leads: what is said in it is explained there. */
const links = new Map<string, keyof typeof texts.links>([
  ['colour', 'reasons'],
  ['colourUnknown', 'reasons'],
  ['colourKnown', 'reasons'],
  ['override', 'reasons'],
  ['appeal', 'appeals'],
  ['screening', 'testResults'],
]);

interface LineProps {
  item: MessageItem;
  isOpen: boolean;
  isRead: boolean;
  onOpen: () => void;
}

function MessageLine({ item, isOpen, isRead, onOpen }: LineProps) {
  const link = links.get(item.kind);

  return (
    <View className={`card message ${isRead ? '' : 'message--unread'}`}>
      <Press className="message__press" kind="plain" onPress={onOpen}>
        <View className="message__head">
          {!isRead && <View className="message__dot" {...aria({ role: 'img', label: texts.unread })} />}
          <View className="message__title">{item.title}</View>
          <View className="message__time">{shortTimeText(item.at)}</View>
        </View>
        <View className={`message__body ${isOpen ? 'message__body--open' : ''}`}>{item.body}</View>
      </Press>
      {isOpen && link && (
        <Press className="message__link" kind="secondary" onPress={() => void openPage(link)}>
          {texts.links[link]}
        </Press>
      )}
    </View>
  );
}

/** The inbox; opening a message marks it as read. */
export function MessagesView() {
  const { items, next, error, reload, loadMore } = usePages<MessageItem>('me/messages');
  const [openId, setOpenId] = useState<string>();
  const [readIds, setReadIds] = useState<readonly string[]>([]);

  const open = (item: MessageItem) => {
    setOpenId(openId === item.id ? undefined : item.id);
    if (!item.read && !readIds.includes(item.id)) {
      setReadIds([...readIds, item.id]);
      // A mark that does not arrive is made at the next opening.
      void request('POST', `me/messages/${encodeURIComponent(item.id)}/read`).catch(() => undefined);
    }
  };

  return (
    <PagedList
      items={items}
      next={next}
      error={error}
      empty={texts.empty}
      onReload={() => void reload()}
      onMore={() => void loadMore()}
      renderItem={(item) => (
        <MessageLine
          item={item}
          isOpen={openId === item.id}
          isRead={item.read || readIds.includes(item.id)}
          onOpen={() => open(item)}
        />
      )}
    />
  );
}
