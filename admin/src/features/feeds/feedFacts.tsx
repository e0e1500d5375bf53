import type { Feed } from '@anxing/contract/feeds';
import { Descriptions } from 'antd';

import { Instant } from '../../components/instant';
import { deliveryNames, promiseText } from './feedWords';

function sequenceText({ nextSequence }: Feed) {
  return nextSequence.length === 0 ? (
    '—'
  ) : (
    <span className="manyLines">
      {nextSequence.map(({ channel, sequence }) => (
        <span key={channel} className="subLine">
          <code>{channel}</code> 第 {sequence} 批
        </span>
      ))}
    </span>
  );
}

/** What is known of a source. */
export function FeedFacts({ feed }: { feed: Feed }) {
  const { owner, via, delivery, requiredForGreen, asOf, lateAt, isLate, openRows } = feed;

  return (
    <Descriptions
      className="pointFacts"
      column={{ xs: 1, sm: 1, md: 2 }}
      items={[
        { key: 'owner', label: '数据所有方', children: owner },
        { key: 'via', label: '报送途径', children: via },
        { key: 'promised', label: '承诺频率', children: promiseText(feed) },
        { key: 'delivery', label: '报送方式', children: deliveryNames[delivery] },
        {
          key: 'required',
          label: '绿码必需',
          children: requiredForGreen ? '是：超时期间没有人显示绿码' : '否',
        },
        { key: 'rows', label: '有效记录', children: openRows.toLocaleString() },
        { key: 'asOf', label: '数据时间', children: <Instant at={asOf} instead="尚无数据" /> },
        {
          key: 'lateAt',
          label: '超时时间',
          children: isLate ? '已超时' : <Instant at={lateAt} instead="不限" />,
        },
        { key: 'next', label: '下一批序号', children: sequenceText(feed) },
      ]}
    />
  );
}
