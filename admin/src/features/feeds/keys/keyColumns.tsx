import type { FeedKey } from '@anxing/contract/feeds';
import { Tag } from 'antd';
import type { ReactNode } from 'react';

import { Instant } from '../../../components/instant';
import type { RecordColumn } from '../../../components/recordColumn';

const states: Record<FeedKey['state'], { label: string; tone: string }> = {
  waiting: { label: '待审批', tone: 'warning' },
  active: { label: '使用中', tone: 'success' },
  awaited: { label: '已撤销，仍等待数据', tone: 'warning' },
  revoked: { label: '已撤销', tone: 'default' },
  rejected: { label: '审批未通过', tone: 'error' },
};

export function keyColumns(actions: (key: FeedKey) => ReactNode): RecordColumn<FeedKey>[] {
  return [
    { key: 'owner', title: '持有单位', card: 'heading', render: ({ owner }) => owner },
    {
      key: 'state',
      title: '状态',
      card: 'heading',
      render: ({ state }) => <Tag color={states[state].tone}>{states[state].label}</Tag>,
    },
    { key: 'channel', title: '通道', render: ({ channel }) => <code>{channel}</code> },
    {
      key: 'id',
      title: '密钥编号和公钥',
      render: ({ id, publicKey }) => (
        <span className="wrapText keyText">
          <code>{id}</code>
          <code className="underName">{publicKey}</code>
        </span>
      ),
    },
    { key: 'created', title: '登记时间', render: ({ createdAt }) => <Instant at={createdAt} /> },
    {
      key: 'used',
      title: '最近使用',
      render: ({ lastUsedAt }) => <Instant at={lastUsedAt} instead="未使用过" />,
    },
    { key: 'actions', title: '操作', card: 'foot', render: actions },
  ];
}
