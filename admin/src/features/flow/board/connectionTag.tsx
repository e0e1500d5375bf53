import { Tag } from 'antd';

import { pollSeconds } from '../live/flowStream';
import type { Connection } from '../live/liveState';

const words: Record<Connection, { text: string; colour: string }> = {
  opening: { text: '正在连接', colour: 'default' },
  live: { text: '实时', colour: 'success' },
  retrying: { text: '重连中', colour: 'warning' },
  polling: { text: `每 ${pollSeconds} 秒`, colour: 'warning' },
};

/** How fresh the numbers are. */
export function ConnectionTag({ connection }: { connection: Connection }) {
  const { text, colour } = words[connection];

  return (
    <span role="status" aria-label={`更新方式：${text}`}>
      <Tag color={colour}>{text}</Tag>
    </span>
  );
}
