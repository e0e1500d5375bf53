import type { AppealSummary } from '@anxing/contract/appeals';

import { Instant } from '../../components/instant';
import { spanText } from '../../lib/spanText';
import { useZone } from '../../lib/useZone';

/** When the next answer is due, and how long that still is. */
export function DueText({ dueAt, isOverdue }: Pick<AppealSummary, 'dueAt' | 'isOverdue'>) {
  const { now } = useZone();
  if (dueAt === null) {
    return <>—</>;
  }
  const span = spanText(Math.abs(dueAt - now()));

  return (
    <span className="wrapText">
      <Instant at={dueAt} />
      <span className={isOverdue ? 'warnText' : 'underName'}>
        {isOverdue ? `已超时 ${span}` : `还有 ${span}`}
      </span>
    </span>
  );
}
