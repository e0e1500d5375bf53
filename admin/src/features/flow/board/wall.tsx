import { CloseOutlined } from '@ant-design/icons';
import type { FlowItem } from '@anxing/contract/flow';
import { Button } from 'antd';
import { useEffect, useRef } from 'react';

import { CrowdBadge } from '../../../components/crowdBadge';
import { useOwnUnit } from '../../../lib/ownUnit';
import { totalOf } from '../api/today';
import type { AlarmControl } from '../live/useAlarm';
import type { LiveState } from '../live/liveState';
import { OpenWarnings } from '../warnings/openWarnings';
import type { BoardRow } from './boardRows';
import { BoardStatus, SoundButton, SoundHint } from './boardTop';
import { CapacityBar } from './capacityBar';

const noItems: ReadonlyMap<string, FlowItem> = new Map();

/** As many as can be read from across a room. */
const tilesShown = 12;

function Tile({ row }: { row: BoardRow }) {
  return (
    <li className={`wallTile crowd-${row.state}`}>
      <span className="wallName">
        {row.name}
        {row.path && <span className="underName">{row.path}</span>}
      </span>
      <span className="wallInside">{row.inside}</span>
      <CrowdBadge state={row.state} />
      <CapacityBar {...row} />
    </li>
  );
}

/**
 * Fills the screen while it is shown; a browser that does not allow that fills its window. It is the whole page that
 * fills it, since questions are asked outside of the board.
 */
function useFullScreen(onLeave: () => void): void {
  const leave = useRef(onLeave);
  leave.current = onLeave;

  useEffect(() => {
    const onChange = () => document.fullscreenElement ?? leave.current();
    void document.documentElement.requestFullscreen?.().catch(() => undefined);
    document.addEventListener('fullscreenchange', onChange);

    return () => {
      document.removeEventListener('fullscreenchange', onChange);
      if (document.fullscreenElement) {
        void document.exitFullscreen();
      }
    };
  }, []);
}

interface Props {
  live: LiveState;
  rows: readonly BoardRow[];
  alarm: AlarmControl;
  onLeave: () => void;
}

/** The board for a screen on a wall: the fullest points in large numbers. */
export function Wall({ live, rows, alarm, onLeave }: Props) {
  const { unit } = useOwnUnit();
  useFullScreen(onLeave);
  const items = live.items ?? noItems;

  return (
    <div className="wall">
      <div className="wallTop">
        <h1>
          {unit.name} <span className="soft">实时人流</span>
        </h1>
        <p className="wallTotal">
          当前在场 <strong>{totalOf([...items.values()]).inside}</strong> 人
        </p>
        <BoardStatus live={live} />
        <SoundButton {...alarm} />
        <Button icon={<CloseOutlined aria-hidden />} onClick={onLeave}>
          退出大屏
        </Button>
      </div>
      <SoundHint {...alarm} />
      <OpenWarnings warnings={live.warnings} items={items} />
      <ul className="wallTiles" aria-label="各服务点人流">
        {rows.slice(0, tilesShown).map((row) => (
          <Tile key={row.pointId} row={row} />
        ))}
      </ul>
    </div>
  );
}
