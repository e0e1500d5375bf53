import { changeKindNames, type Change } from '@anxing/contract/changes';
import { Tag } from 'antd';
import { Link } from 'react-router';

import { ChangeStateTag } from '../../components/changeStateTag';
import { Instant } from '../../components/instant';
import type { RecordColumn } from '../../components/recordColumn';
import { useZone } from '../../lib/useZone';
import { spanText } from '../../lib/spanText';

function Title({ id, title, warning, isMine }: Change) {
  return (
    <span className="wrapText changeTitle">
      <Link to={`/changes/${id}`}>{title}</Link>
      {isMine && <Tag>本人提出</Tag>}
      {warning && <span className="warnText">{warning}</span>}
    </span>
  );
}

/** How long there still is to decide. */
function Remaining({ expiresAt }: Change) {
  const { now } = useZone();
  const left = expiresAt - now();

  return left > 0 ? <>{`还有 ${spanText(left)}`}</> : <>已到期</>;
}

function Decision({ change }: { change: Change }) {
  const { decidedBy, decidedAt, state } = change;
  if (state === 'waiting') {
    return <Remaining {...change} />;
  }

  return (
    <span className="wrapText">
      {decidedBy ? `${decidedBy.name}，` : ''}
      <Instant at={decidedAt} />
    </span>
  );
}

export const changeColumns: RecordColumn<Change>[] = [
  { key: 'title', title: '内容', card: 'heading', render: (change) => <Title {...change} /> },
  {
    key: 'state',
    title: '状态',
    card: 'heading',
    render: ({ state }) => <ChangeStateTag state={state} />,
  },
  { key: 'kind', title: '类型', render: ({ kind }) => changeKindNames[kind] },
  {
    key: 'by',
    title: '提出人',
    render: ({ proposedBy }) => (
      <span className="wrapText">
        {proposedBy.name}
        <span className="underName">{proposedBy.unit}</span>
      </span>
    ),
  },
  { key: 'at', title: '提出时间', render: ({ proposedAt }) => <Instant at={proposedAt} /> },
  { key: 'decided', title: '审批', render: (change) => <Decision change={change} /> },
];
