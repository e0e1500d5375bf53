import type { Device, DeviceState } from '@anxing/contract/devices';
import { Tag } from 'antd';
import type { ReactNode } from 'react';

import { Instant } from '../../../components/instant';
import type { RecordColumn } from '../../../components/recordColumn';
import { modelName } from '../modelName';
import { clockText } from './clockText';

const states: Record<DeviceState, { label: string; tone: string }> = {
  new: { label: '待备案', tone: 'warning' },
  enrolled: { label: '使用中', tone: 'success' },
  disabled: { label: '已停用', tone: 'default' },
};

function State({ of }: { of: Device }) {
  const { label, tone } = states[of.state];

  return of.model.approved ? <Tag color={tone}>{label}</Tag> : <Tag color="error">型号未通过</Tag>;
}

function LastSeen({ of }: { of: Device }) {
  const { lastSeenAt, codeUntil, queued } = of;

  return (
    <span className="wrapText">
      <Instant at={lastSeenAt} instead="从未连接" />
      {codeUntil !== null && (
        <span className="underName">
          备案码有效期至 <Instant at={codeUntil} />
        </span>
      )}
      {queued !== null && queued > 0 && <span className="underName">待补传 {queued} 条</span>}
    </span>
  );
}

/** @param refusals opens what was refused @param actions what can be done with one of them */
export function deviceColumns(
  refusals: (of: Device) => ReactNode,
  actions: (of: Device) => ReactNode,
): RecordColumn<Device>[] {
  return [
    {
      key: 'name',
      title: '设备',
      card: 'heading',
      render: ({ name }) => <span className="wrapText">{name}</span>,
    },
    { key: 'state', title: '状态', card: 'heading', render: (of) => <State of={of} /> },
    { key: 'point', title: '服务点', render: ({ point }) => <span className="wrapText">{point.name}</span> },
    {
      key: 'model',
      title: '型号和序列号',
      render: ({ model, serial }) => (
        <span className="wrapText">
          {modelName(model)}
          <span className="underName">{serial}</span>
        </span>
      ),
    },
    { key: 'seen', title: '最近连接', render: (of) => <LastSeen of={of} /> },
    { key: 'firmware', title: '固件', render: ({ firmware }) => firmware ?? '—' },
    { key: 'clock', title: '时钟', render: ({ clockOffset }) => clockText(clockOffset) },
    { key: 'refusals', title: '被拒绝', align: 'right', render: refusals },
    { key: 'actions', title: '操作', card: 'foot', isPinned: true, render: actions },
  ];
}
