import { View } from '@tarojs/components';

import { ColourPill } from '../../components/ColourPill';
import { Notice } from '../../components/Notice';
import { clockText } from '../../lib/format';
import { lateQueue } from '../../lib/staff/lateQueue';
import { useStore } from '../../lib/store';
import { texts } from './texts';
import './staff.scss';
import { useToday, type TodayScan } from './today';

function Line({ scan, isWaiting }: { scan: TodayScan; isWaiting: boolean }) {
  const { at, name, colour, decision, direction } = scan;

  return (
    <View className="card today-scan">
      <View className="today-scan__head">
        <View className="today-scan__name">{name ?? texts.today.nobody}</View>
        <View className={`today-scan__decision today-scan__decision--${decision}`}>
          {texts.check.decisions[decision]}
        </View>
      </View>
      <View className="today-scan__facts">
        <ColourPill colour={colour} />
        <View className="today-scan__time">
          {texts.home.directions[direction]} · {clockText(at)}
        </View>
        {isWaiting && <View className="today-scan__waiting">{texts.today.waiting}</View>}
      </View>
    </View>
  );
}

/** 今日扫码: what was scanned on this phone since midnight. */
export function TodayView() {
  const { scans, count } = useToday();
  const { waiting } = useStore(lateQueue);
  if (scans.length === 0) {
    return <Notice title={texts.today.empty} />;
  }
  const ids = new Set(waiting.map(({ id }) => id));

  return (
    <>
      <View className="footnote">
        {texts.home.todayCount(count)}。{texts.today.note}
      </View>
      {scans.map((scan) => (
        <Line key={scan.id} scan={scan} isWaiting={ids.has(scan.id)} />
      ))}
    </>
  );
}
