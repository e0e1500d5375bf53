import { batchOriginNames, type FeedBatch } from '@anxing/contract/feeds';
import { Button } from 'antd';
import { Link } from 'react-router';

import { Instant } from '../../../components/instant';
import type { RecordColumn } from '../../../components/recordColumn';
import { submitterText } from '../feedWords';
import { BatchStateTag } from './batchStateTag';
import { changedText } from './changedText';

function Name({ batch, path }: { batch: FeedBatch; path: string | undefined }) {
  const name = <span lang="en">{batch.batchId}</span>;

  return path ? (
    <Link to={path} className="quoted">
      {name}
    </Link>
  ) : (
    name
  );
}

interface Ways {
  /** Where a batch is shown in full, if anywhere. */
  pathOf: (batch: FeedBatch) => string | undefined;
  /** Shows the wrong rows, where a batch is not shown in full. */
  onFaults?: ((batch: FeedBatch) => void) | undefined;
}

function Rows({ batch, onFaults }: Pick<Ways, 'onFaults'> & { batch: FeedBatch }) {
  const { batchId, rows, wrong } = batch;
  const told = `有误 ${wrong.toLocaleString()}`;

  return (
    <>
      {rows.toLocaleString()}
      {wrong > 0 && !onFaults && <span className="warnInline">{`，${told}`}</span>}
      {wrong > 0 && onFaults && (
        <Button
          type="link"
          size="small"
          danger
          aria-label={`查看有误的行 ${batchId}`}
          onClick={() => onFaults(batch)}
        >
          {told}
        </Button>
      )}
    </>
  );
}

/** Of when the data is, and when it came. */
function Times({ batch: { asOf, receivedAt } }: { batch: FeedBatch }) {
  return (
    <span>
      <Instant at={asOf} />
      <span className="underName">
        <Instant at={receivedAt} />
      </span>
    </span>
  );
}

export function batchColumns({ pathOf, onFaults }: Ways): RecordColumn<FeedBatch>[] {
  return [
    {
      key: 'name',
      title: '批次',
      card: 'heading',
      render: (batch) => (
        <span className="wrapText">
          <Name batch={batch} path={pathOf(batch)} />
          <span className="underName">{batchOriginNames[batch.origin]}</span>
        </span>
      ),
    },
    { key: 'state', title: '状态', card: 'heading', render: ({ state }) => <BatchStateTag state={state} /> },
    { key: 'rows', title: '行数', render: (batch) => <Rows batch={batch} onFaults={onFaults} /> },
    {
      key: 'effect',
      title: '新增 / 撤回',
      render: ({ added, withdrawn }) => `${added.toLocaleString()} / ${withdrawn.toLocaleString()}`,
    },
    { key: 'changed', title: '变色', render: changedText },
    { key: 'times', title: '数据时间 / 收到时间', render: (batch) => <Times batch={batch} /> },
    {
      key: 'by',
      title: '报送人',
      render: (batch) => <span className="wrapText isNarrow">{submitterText(batch)}</span>,
    },
  ];
}
