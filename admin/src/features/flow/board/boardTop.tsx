import { BellOutlined, DesktopOutlined, SoundOutlined, StopOutlined } from '@ant-design/icons';
import { Button } from 'antd';

import { LinkButton } from '../../../components/linkButton';
import type { AlarmControl } from '../live/useAlarm';
import type { LiveState } from '../live/liveState';
import { ClockText } from './clockText';
import { ConnectionTag } from './connectionTag';

/** How the numbers come, and when they changed last. */
export function BoardStatus({ live }: { live: LiveState }) {
  return (
    <p className="boardStatus">
      <ConnectionTag connection={live.connection} />
      <span className="soft">
        最近变化 <ClockText at={live.changedAt} />
      </span>
    </p>
  );
}

export function SoundButton({ isMuted, setMuted }: AlarmControl) {
  return (
    <Button
      aria-pressed={!isMuted}
      icon={isMuted ? <StopOutlined aria-hidden /> : <SoundOutlined aria-hidden />}
      onClick={() => setMuted(!isMuted)}
    >
      {isMuted ? '声音已关闭' : '声音已开启'}
    </Button>
  );
}

/** A browser stays silent until somebody touches the page: whoever relies on the sound must know. */
export function SoundHint({ isBlocked }: AlarmControl) {
  return isBlocked ? (
    <p className="soundHint" role="status">
      <BellOutlined aria-hidden /> 浏览器尚未允许播放声音，点击页面任意位置后预警才会响铃。
    </p>
  ) : null;
}

interface Props {
  alarm: AlarmControl;
  onWall: () => void;
}

export function BoardButtons({ alarm, onWall }: Props) {
  return (
    <>
      <SoundButton {...alarm} />
      <Button icon={<DesktopOutlined aria-hidden />} onClick={onWall}>
        大屏
      </Button>
      <LinkButton to="/flow/warnings">预警记录</LinkButton>
    </>
  );
}
