import { Text } from '@tarojs/components';

import { useConfig } from '../lib/config';
import { callPhone } from '../platform/links';
import { Press } from './Press';

/** Calls the service hotline; nothing before the configuration is known. */
export function Hotline({ text }: { text: string }) {
  const hotline = useConfig()?.brand.hotline;

  return hotline ? (
    <Press className="call-hotline" kind="quiet" onPress={() => callPhone(hotline)}>
      {text} <Text className="call-hotline__number">{hotline}</Text>
    </Press>
  ) : null;
}
