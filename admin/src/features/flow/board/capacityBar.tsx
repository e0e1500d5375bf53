import type { FlowItem } from '@anxing/contract/flow';

type Props = Pick<FlowItem, 'inside' | 'capacity' | 'warningLine' | 'state'>;

/** People inside against what a place holds, with a mark at the warning line. */
export function CapacityBar({ inside, capacity, warningLine, state }: Props) {
  const most = capacity ?? warningLine;
  if (most === null) {
    return <span className="soft">未设置上限</span>;
  }
  const share = (people: number) => `${Math.min(100, (100 * people) / most)}%`;

  return (
    <span className={`capacityBar crowd-${state}`}>
      <span className="capacityTrack" aria-hidden>
        <span className="capacityFill" style={{ width: share(inside) }} />
        {warningLine !== null && warningLine < most && (
          <span className="capacityLine" style={{ left: share(warningLine) }} />
        )}
      </span>
      <span className="capacityText">
        {capacity === null ? `预警线 ${most}` : `上限 ${most}`}
        {capacity !== null && warningLine !== null && `，预警线 ${warningLine}`}
      </span>
    </span>
  );
}
