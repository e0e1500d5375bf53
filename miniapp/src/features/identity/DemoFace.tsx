import { View } from '@tarojs/components';

import { Press } from '../../components/Press';
import { texts as shared } from '../../lib/texts';
import { aria } from '../../platform/aria';
import { texts } from './texts';

interface Props {
  onPass: () => void;
  onCancel: () => void;
}

/** Stands in for the camera of the provider, and says so. */
export function DemoFace({ onPass, onCancel }: Props) {
  return (
    <View className="sheet face-demo" {...aria({ role: 'dialog', label: texts.demoTitle })}>
      <View className="sheet__panel">
        <View className="face-demo__circle" />
        <View className="card__title">{texts.demoTitle}</View>
        <View className="card__text">{texts.demoHint}</View>
        <Press className="face-confirm" onPress={onPass}>
          {texts.demoPass}
        </Press>
        <Press className="face-cancel" kind="quiet" onPress={onCancel}>
          {shared.cancel}
        </Press>
      </View>
    </View>
  );
}
