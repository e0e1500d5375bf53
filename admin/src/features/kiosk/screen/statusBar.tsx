import { directionNames } from '@anxing/contract/passages';
import { Button } from 'antd';
import { memo } from 'react';

import { useOwnUnit } from '../../../lib/ownUnit';
import type { KioskState, Waiting } from '../run/state';
import type { Stand } from '../types';
import { ageText } from './ageText';
import { Clock } from './clock';

function WaitingText({ waiting: { count, others, refused, fault } }: { waiting: Waiting }) {
  return (
    <>
      {count > 0 && <span className="kioskChip waiting">待上传 {count} 条</span>}
      {others > 0 && <span className="kioskChip">另有 {others} 条待原值守人员登录后补传</span>}
      {fault && <span className="kioskChip fault">暂不能上传：{fault}</span>}
      {refused.map(({ why, count: times }) => (
        <span key={why} className="kioskChip fault">
          {`${times} 条${why}`}
        </span>
      ))}
    </>
  );
}

type Shown = 'direction' | 'isOnline' | 'isMuted' | 'listAsOf' | 'clockOffset' | 'waiting';

interface Props extends Pick<KioskState, Shown> {
  stand: Stand;
  /** ms by the server's clock. */
  now: () => number;
  onLeave: () => void;
}

/** Who stands where, how late it is, and whether there is a network. */
export const StatusBar = memo(function StatusBar({ stand, now, onLeave, ...state }: Props) {
  const { staff } = useOwnUnit();
  const { direction, isOnline, isMuted, listAsOf, clockOffset, waiting } = state;
  const place = stand.place ? ` · ${stand.place}` : '';

  return (
    <header className="kioskBar">
      <div className="kioskStand">
        <h1>
          {stand.name}
          {place}
        </h1>
        <span>值守：{staff.name}</span>
      </div>
      <div className="kioskChips" role="status" aria-label="运行状态">
        <span className={`kioskChip direction ${direction}`}>{directionNames[direction]}</span>
        <span className={isOnline ? 'kioskChip online' : 'kioskChip offline'}>
          {isOnline ? '● 联网' : '▲ 没有网络'}
        </span>
        {!isOnline && (
          <span className="kioskChip">
            {listAsOf === null ? '没有作废名单' : `作废名单：${ageText(Math.max(0, now() - listAsOf))}`}
          </span>
        )}
        <WaitingText waiting={waiting} />
        {isMuted && <span className="kioskChip muted">已静音</span>}
      </div>
      <Clock clockOffset={clockOffset} />
      <Button type="text" className="kioskLeave" onClick={onLeave}>
        更换点位 F2
      </Button>
    </header>
  );
});
