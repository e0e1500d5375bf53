import type { Feed } from '@anxing/contract/feeds';
import { Link } from 'react-router';

import { Instant } from '../../../components/instant';
import type { RecordColumn } from '../../../components/recordColumn';
import { BatchStateTag } from '../batches/batchStateTag';
import { promisedNames } from '../feedWords';
import { FreshnessBadge } from '../freshnessBadge';
import { AgeBar } from './ageBar';

function Name({ source, name, owner, requiredForGreen }: Feed) {
  return (
    <span className="wrapText">
      <Link to={`/feeds/${encodeURIComponent(source)}`}>{name}</Link>
      <span className="underName">
        {owner}
        {requiredForGreen && ' · 绿码必需'}
      </span>
    </span>
  );
}

function Age({ feed, now }: { feed: Feed; now: number }) {
  return (
    <span>
      <AgeBar feed={feed} now={now} />
      <span className="underName">承诺频率：{promisedNames[feed.promised]}</span>
    </span>
  );
}

function LastBatch({ source, lastBatch }: Feed) {
  if (!lastBatch) {
    return <span className="soft">还没有批次</span>;
  }
  const { id, state, receivedAt } = lastBatch;

  return (
    <span className="lastBatch">
      <BatchStateTag state={state} />
      <Link to={`/feeds/${encodeURIComponent(source)}/batches/${id}`}>
        <Instant at={receivedAt} />
      </Link>
    </span>
  );
}

function Waiting({ source, waitingBatches }: Feed) {
  return waitingBatches === 0 ? (
    <>0</>
  ) : (
    <Link to={`/feeds/${encodeURIComponent(source)}?state=waiting`}>{waitingBatches}</Link>
  );
}

/** @param now ms by the server's clock */
export function feedColumns(now: number): RecordColumn<Feed>[] {
  return [
    { key: 'name', title: '数据源', card: 'heading', render: (feed) => <Name {...feed} /> },
    {
      key: 'state',
      title: '状态',
      card: 'heading',
      render: (feed) => <FreshnessBadge feed={feed} now={now} />,
    },
    { key: 'age', title: '数据时效', render: (feed) => <Age feed={feed} now={now} /> },
    { key: 'last', title: '最近批次', render: (feed) => <LastBatch {...feed} /> },
    { key: 'rows', title: '有效记录', align: 'right', render: ({ openRows }) => openRows.toLocaleString() },
    { key: 'waiting', title: '待审批', align: 'right', render: (feed) => <Waiting {...feed} /> },
  ];
}
