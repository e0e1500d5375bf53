import { BellOutlined } from '@ant-design/icons';
import { Badge, Button, Drawer } from 'antd';
import { useState } from 'react';

import { useUnread } from './api/messages';
import { MessageList } from './messageList';

/** The bell of the top bar, with how many messages wait, and the messages behind it. */
export function Inbox() {
  const [isOpen, setOpen] = useState(false);
  const { data } = useUnread();
  const unread = data?.count ?? 0;

  return (
    <>
      <Badge count={unread} size="small" offset={[-6, 6]}>
        <Button
          type="text"
          icon={<BellOutlined aria-hidden />}
          aria-label={unread > 0 ? `站内消息，${unread} 条未读` : '站内消息'}
          onClick={() => setOpen(true)}
        />
      </Badge>
      <Drawer title="站内消息" size={420} open={isOpen} destroyOnHidden onClose={() => setOpen(false)}>
        <MessageList unread={unread} />
      </Drawer>
    </>
  );
}
