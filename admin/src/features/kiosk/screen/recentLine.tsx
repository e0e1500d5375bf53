import { decisionNames, directionNames } from '@anxing/contract/passages';
import type { RecentScan } from '@anxing/contract/scans';

import { useZone } from '../../../lib/useZone';

/** An earlier check in a line. @param isLong with the direction, where there is room for it */
export function RecentLine({ scan, isLong = false }: { scan: RecentScan; isLong?: boolean }) {
  const { time } = useZone();
  const { at, place, direction, decision, temperature, reason } = scan;
  const facts = [
    isLong && directionNames[direction],
    decisionNames[decision],
    temperature !== null && `${temperature.toFixed(1)} ℃`,
    reason,
  ];

  return (
    <li>
      <span>
        {time(at).slice(5, 16)} {place}
      </span>
      <span> · {facts.filter(Boolean).join(' · ')}</span>
    </li>
  );
}
