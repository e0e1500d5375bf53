import { View } from '@tarojs/components';

import type { OwnReasons } from '@anxing/contract/reasons';

import { LateSources } from './LateSources';
import { texts } from './texts';

function Answer({ title, text }: { title: string; text: string }) {
  return (
    <View className="answer">
      <View className="answer__title">{title}</View>
      <View className="card__text">{text}</View>
    </View>
  );
}

/** A grey code: what is missing, what that means at the door, and that it passes by itself. */
export function Checking({ late }: Pick<OwnReasons, 'late'>) {
  return (
    <>
      <View className="card checking">
        <View className="card__title">{texts.lateTitle}</View>
        <View className="card__text">{late.length > 0 ? texts.lateHint : texts.checkingHint}</View>
        <LateSources late={late} />
      </View>
      <View className="card answers">
        <Answer title={texts.doorTitle} text={texts.doorText} />
        <Answer title={texts.todoTitle} text={texts.todoText} />
        <Answer title={texts.returnTitle} text={texts.returnText} />
      </View>
    </>
  );
}
