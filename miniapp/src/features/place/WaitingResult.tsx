import { View } from '@tarojs/components';

import { Clock } from '../../components/Clock';
import type { CheckIn } from '../../lib/checkInQueue';
import { aria } from '../../platform/aria';
import { texts } from './texts';
import './result.scss';

/** A check-in that has not reached the server: neutral colours, and never the look of a pass. */
export function WaitingResult({ checkIn }: { checkIn: CheckIn }) {
  return (
    <View className="result result--waiting">
      <Clock isTicking />
      <View className="result__core" {...aria({ role: 'status', isLive: true, label: texts.waitingHint })}>
        <View className="verdict">{texts.waitingVerdict}</View>
        <View className="why">{texts.waitingHint}</View>
      </View>
      <View className="result__facts">
        <View className="result__direction">{texts.waitingDirection[checkIn.direction]}</View>
        {checkIn.place && <View className="place-name">{checkIn.place}</View>}
      </View>
    </View>
  );
}
