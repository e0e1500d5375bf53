import { View } from '@tarojs/components';

import type { OwnReasons } from '@anxing/contract/reasons';

import { texts } from './texts';

/** Nothing on record that would change the colour; what is checked, and what could change it. */
export function AllClear({ checked }: Pick<OwnReasons, 'checked'>) {
  return (
    <>
      <View className="card all-clear">
        <View className="card__title">{texts.clearTitle}</View>
        <View className="card__text">{texts.clearHint}</View>
        {checked.map((source) => (
          <View key={source} className="checked-source">
            {source}
          </View>
        ))}
      </View>
      <View className="card">
        <View className="card__title">{texts.stayTitle}</View>
        {texts.stayLines.map((line) => (
          <View key={line} className="stay-line">
            {line}
          </View>
        ))}
      </View>
    </>
  );
}
