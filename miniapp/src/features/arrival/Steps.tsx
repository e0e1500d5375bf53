import { View } from '@tarojs/components';

import { texts } from './texts';

/** What to do before, at and after the arrival. */
export function Steps() {
  return (
    <View className="card arrival-steps">
      <View className="card__title">{texts.title}</View>
      <View className="card__text">{texts.intro}</View>
      {texts.steps.map(([when, what], index) => (
        <View key={when} className="arrival-step">
          <View className="arrival-step__mark">{index + 1}</View>
          <View className="arrival-step__text">
            <View className="arrival-step__when">{when}</View>
            {what}
          </View>
        </View>
      ))}
    </View>
  );
}
