import { warningLevelNames } from '@anxing/contract/crowd';
import type { FlowWarning } from '@anxing/contract/flow';
import { Button } from 'antd';
import { Link } from 'react-router';

import { CrowdBadge } from '../../../components/crowdBadge';
import { Instant } from '../../../components/instant';
import type { RecordColumn } from '../../../components/recordColumn';
import { durationText } from '../../../lib/durationText';

function Duration({ raisedAt, clearedAt }: FlowWarning) {
  return clearedAt === null ? <strong>持续中</strong> : <>{durationText(clearedAt - raisedAt)}</>;
}

function Seen({
  warning,
  onSee,
}: {
  warning: FlowWarning;
  onSee: ((warning: FlowWarning) => void) | undefined;
}) {
  const { acknowledgedAt, acknowledgedBy, note, pointName } = warning;
  if (acknowledgedAt === null) {
    return onSee ? (
      <Button type="link" size="small" aria-label={`确认 ${pointName}`} onClick={() => onSee(warning)}>
        确认
      </Button>
    ) : (
      <>未确认</>
    );
  }

  return (
    <span className="wrapText">
      {acknowledgedBy}，<Instant at={acknowledgedAt} />
      {note && <span className="underName">{note}</span>}
    </span>
  );
}

/** @param onSee undefined: not for him */
export function warningColumns(
  onSee: ((warning: FlowWarning) => void) | undefined,
): RecordColumn<FlowWarning>[] {
  return [
    { key: 'raisedAt', title: '开始时间', render: ({ raisedAt }) => <Instant at={raisedAt} /> },
    {
      key: 'point',
      title: '服务点',
      card: 'heading',
      render: ({ pointId, pointName }) => (
        <Link className="wrapText" to={`/points/${pointId}?tab=today`}>
          {pointName}
        </Link>
      ),
    },
    {
      key: 'level',
      title: '级别',
      card: 'heading',
      render: ({ level }) => <CrowdBadge state={level === 'full' ? 'full' : 'warning'} />,
    },
    {
      key: 'threshold',
      title: '原因',
      render: ({ level, threshold }) => `${warningLevelNames[level]}（${threshold} 人）`,
    },
    {
      key: 'peak',
      title: '最多在场',
      align: 'right',
      render: ({ peak }) => peak,
    },
    { key: 'duration', title: '持续', render: (warning) => <Duration {...warning} /> },
    { key: 'seen', title: '确认', render: (warning) => <Seen warning={warning} onSee={onSee} /> },
  ];
}
