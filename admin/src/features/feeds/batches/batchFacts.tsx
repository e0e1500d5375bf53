import { batchOriginNames, type FeedBatch } from '@anxing/contract/feeds';
import { Descriptions } from 'antd';

import { Instant } from '../../../components/instant';
import { deliveryNames, submitterText } from '../feedWords';

/** Where a batch came from, and when. */
export function BatchFacts({ batch }: { batch: FeedBatch }) {
  const { sourceName, batchId, origin, channel, sequence, delivery } = batch;

  return (
    <Descriptions
      className="pointFacts"
      column={{ xs: 1, sm: 1, md: 2 }}
      items={[
        { key: 'source', label: '数据源', children: sourceName },
        { key: 'batchId', label: '批次名称', children: <span lang="en">{batchId}</span> },
        { key: 'origin', label: '来源', children: batchOriginNames[origin] },
        { key: 'by', label: '报送人', children: submitterText(batch) },
        { key: 'channel', label: '通道', children: <code>{channel}</code> },
        { key: 'sequence', label: '批次序号', children: sequence ?? '—' },
        { key: 'delivery', label: '方式', children: deliveryNames[delivery] },
        { key: 'asOf', label: '数据时间', children: <Instant at={batch.asOf} /> },
        { key: 'received', label: '收到时间', children: <Instant at={batch.receivedAt} /> },
        { key: 'inForce', label: '生效时间', children: <Instant at={batch.inForceAt} instead="未生效" /> },
      ]}
    />
  );
}
