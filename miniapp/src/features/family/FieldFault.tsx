import { View } from '@tarojs/components';

import { aria } from '../../platform/aria';

/** What is wrong with a choice, beneath it. */
export function FieldFault({ text }: { text: string | undefined }) {
  if (!text) {
    return null;
  }

  return (
    <View className="field__error" {...aria({ role: 'alert' })}>
      {text}
    </View>
  );
}
