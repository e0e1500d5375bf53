import { View } from '@tarojs/components';

import { lateQueue, mostWaiting, nearlyFullFrom } from '../../lib/staff/lateQueue';
import { useStore } from '../../lib/store';
import { aria } from '../../platform/aria';
import { texts } from './texts';

/** Told while there is still time to go where the network is. */
export function NearlyFull() {
  const { length } = useStore(lateQueue).waiting;
  if (length < nearlyFullFrom) {
    return null;
  }

  return (
    <View className="problem problem--page nearly-full" {...aria({ role: 'alert' })}>
      {length < mostWaiting ? texts.home.nearlyFull(length, mostWaiting) : texts.check.full}
    </View>
  );
}
