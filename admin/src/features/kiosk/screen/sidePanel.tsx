import { decisionNames, directionNames } from '@anxing/contract/passages';
import { memo } from 'react';

import { ColourTag } from '../../../components/colourTag';
import { useZone } from '../../../lib/useZone';
import type { Counts } from '../offline/dayCounts';
import type { Passed } from '../types';

function Figure({ label, value }: { label: string; value: number }) {
  return (
    <div>
      <dt>{label}</dt>
      <dd>{value}</dd>
    </div>
  );
}

interface Props {
  counts: Counts;
  passed: readonly Passed[];
}

/** Today at this kiosk, and the last ten. */
export const SidePanel = memo(function SidePanel({ counts, passed }: Props) {
  const { time } = useZone();

  return (
    <aside className="kioskSide" aria-label="今日查验">
      <h2>今日本机查验</h2>
      <dl className="kioskCounts">
        <Figure label="查验" value={counts.checked} />
        <Figure label="禁止通行" value={counts.stopped} />
        <Figure label="无效码" value={counts.refused} />
        <Figure label="离线" value={counts.offline} />
      </dl>
      <h2>最近十人</h2>
      {passed.length === 0 && <p className="soft">还没有人通行</p>}
      <ol className="kioskPassed">
        {passed.map(({ id, at, name, colour, decision, direction, isOffline }) => (
          <li key={id}>
            <span className="kioskPassedName">{name ?? '（离线）'}</span>
            <ColourTag colour={colour} />
            <span className="kioskPassedTime">
              {time(at).slice(11)} {directionNames[direction]} · {decisionNames[decision]}
              {isOffline && ' · 离线'}
            </span>
          </li>
        ))}
      </ol>
    </aside>
  );
});
