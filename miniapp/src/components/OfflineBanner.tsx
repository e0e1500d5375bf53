import { View } from '@tarojs/components';

import { online } from '../lib/network';
import { useStore } from '../lib/store';
import { texts } from '../lib/texts';
import { aria } from '../platform/aria';

export function OfflineBanner() {
  const isOnline = useStore(online);

  return isOnline ? null : (
    <View className="offline-banner" {...aria({ role: 'alert', label: texts.offline })}>
      {texts.offline}
    </View>
  );
}
