import { Text, View } from '@tarojs/components';

import { useNow } from '../lib/clock';
import { clockText, longDayText } from '../lib/format';
import './clock.scss';

interface Props {
  isTicking: boolean;
}

/** The server's time, moving every second: a picture of the screen stands still. */
export function Clock({ isTicking }: Props) {
  const time = useNow(isTicking);
  const text = clockText(time);

  return (
    <View className="clock">
      <Text className="clock__time">{text.slice(0, 5)}</Text>
      <Text className="clock__seconds">{text.slice(5)}</Text>
      <View className="clock__day">{longDayText(time)}</View>
    </View>
  );
}
