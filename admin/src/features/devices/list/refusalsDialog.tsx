import type { Device } from '@anxing/contract/devices';
import { Modal } from 'antd';

import { Instant } from '../../../components/instant';
import { RecordList } from '../../../components/recordList';
import type { RecordColumn } from '../../../components/recordColumn';
import { causeText } from './causeText';

type Refusal = Device['refusals'][number];

const columns: RecordColumn<Refusal>[] = [
  {
    key: 'cause',
    title: '原因和错误码',
    card: 'heading',
    render: ({ cause }) => (
      <span className="wrapText">
        {causeText(cause)}
        <code className="underName">{cause}</code>
      </span>
    ),
  },
  { key: 'count', title: '次数', align: 'right', render: ({ count }) => count },
  { key: 'last', title: '最近一次', render: ({ lastAt }) => <Instant at={lastAt} /> },
];

/** What a device was refused, by cause. */
export function RefusalsDialog({ of, onClose }: { of: Device; onClose: () => void }) {
  return (
    <Modal open title={`被拒绝的请求：${of.name}`} footer={null} width={720} onCancel={onClose}>
      <RecordList
        label="被拒绝的请求"
        columns={columns}
        records={of.refusals}
        keyOf={({ cause }) => cause}
        isLoading={false}
        emptyText="没有被拒绝的请求"
      />
      <p className="soft">
        “签名无效”“该签名已使用过”反复出现，可能是有人冒用设备编号，或设备换了密钥；“签名时间与服务器相差过大”请校准设备时钟。
      </p>
    </Modal>
  );
}
