import { warningLevelNames } from '@anxing/contract/crowd';
import type { FlowItem, OpenWarning } from '@anxing/contract/flow';
import { Button, Tag } from 'antd';
import { useState } from 'react';
import { Link } from 'react-router';

import { CrowdBadge } from '../../../components/crowdBadge';
import { useAbilities } from '../../../lib/ownUnit';
import { ClockText } from '../board/clockText';
import { AcknowledgeDialog } from './acknowledgeDialog';

interface Props {
  warnings: readonly OpenWarning[];
  items: ReadonlyMap<string, FlowItem>;
}

interface RowProps {
  warning: OpenWarning;
  item: FlowItem | undefined;
  /** undefined: not for him. */
  onAcknowledge: (() => void) | undefined;
}

function WarningRow({ warning, item, onAcknowledge }: RowProps) {
  const { level, threshold, raisedAt, acknowledgedAt, pointId } = warning;
  const name = item?.name ?? '';

  return (
    <li className={acknowledgedAt === null ? 'alarmRow isNew' : 'alarmRow'}>
      <CrowdBadge state={level === 'full' ? 'full' : 'warning'} />
      <span className="alarmText">
        <Link to={`/points/${pointId}?tab=today`}>{name}</Link>{' '}
        {`${warningLevelNames[level]}（${threshold} 人），当前在场 `}
        <strong>{item?.inside ?? '—'}</strong> 人
      </span>
      <span className="soft">
        <ClockText at={raisedAt} /> 起
      </span>
      {acknowledgedAt === null ? (
        onAcknowledge && (
          <Button size="small" danger aria-label={`确认 ${name}`} onClick={onAcknowledge}>
            确认
          </Button>
        )
      ) : (
        <Tag>已确认</Tag>
      )}
    </li>
  );
}

/** What is read out when a warning comes: without the numbers, which change all the time. */
function spoken(items: Props['items']) {
  return ({ id, pointId, level }: OpenWarning) => (
    <p key={id}>
      {items.get(pointId)?.name}
      {warningLevelNames[level]}
    </p>
  );
}

/** The warnings that stand; those that nobody has seen to come first. */
export function OpenWarnings({ warnings, items }: Props) {
  const { manageFlow } = useAbilities();
  const [seeing, setSeeing] = useState<OpenWarning>();
  const sorted = [...warnings].sort(
    (one, other) =>
      Number(one.acknowledgedAt !== null) - Number(other.acknowledgedAt !== null) ||
      other.raisedAt - one.raisedAt,
  );

  return (
    <section className="alarmList" aria-label="当前预警">
      <div className="unseen" role="alert">
        {sorted.filter(({ acknowledgedAt }) => acknowledgedAt === null).map(spoken(items))}
      </div>
      {sorted.length > 0 && (
        <ul>
          {sorted.map((warning) => (
            <WarningRow
              key={warning.id}
              warning={warning}
              item={items.get(warning.pointId)}
              onAcknowledge={manageFlow ? () => setSeeing(warning) : undefined}
            />
          ))}
        </ul>
      )}
      {seeing && (
        <AcknowledgeDialog
          warning={{ id: seeing.id, pointName: items.get(seeing.pointId)?.name ?? '' }}
          onClose={() => setSeeing(undefined)}
        />
      )}
    </section>
  );
}
