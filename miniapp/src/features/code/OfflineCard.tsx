import { View } from '@tarojs/components';

import { ColourMark } from '../../components/ColourMark';
import { Press } from '../../components/Press';
import { now } from '../../lib/clock';
import { useColour } from '../../lib/config';
import { dayText, groupedNumber, shortTimeText } from '../../lib/format';
import { texts as shared } from '../../lib/texts';
import { aria } from '../../platform/aria';
import type { LastCode } from './api';
import { PassCard, usePass } from './PassCard';
import { texts } from './texts';

interface Props {
  last: LastCode | undefined;
  isActive: boolean;
  onRetry: () => void;
}

/** The last state in grey. The number is renewed each day; within its day staff with a network may type it. */
function LastState({ last }: { last: LastCode }) {
  const colour = useColour(last.colour);
  const isNumberOfToday = dayText(last.serverTime) === dayText(now());

  return (
    <View className="last-state">
      <View className="last-state__when">{texts.lastState(shortTimeText(last.serverTime))}</View>
      <View className="last-state__colour">
        <ColourMark shape={colour.shape} ink="currentColor" />
        {colour.label} {colour.word}
      </View>
      <View className="last-state__name name">{last.name}</View>
      {isNumberOfToday && (
        <View className="number number--stale" {...aria({ label: texts.numberLabel(last.number) })}>
          {groupedNumber(last.number)}
        </View>
      )}
    </View>
  );
}

/** Without a network there is no code that a scanner could read, but the pass where there is one. */
export function OfflineCard({ last, isActive, onRetry }: Props) {
  const pass = usePass(isActive);

  return (
    <View className="offline-card">
      <View className="offline-card__title">{texts.offlineTitle}</View>
      <View className="offline-card__hint">{pass ? texts.offlinePassHint : texts.offlineHint}</View>
      {pass && <PassCard pass={pass} />}
      {last && <LastState last={last} />}
      <Press className="retry" kind="secondary" onPress={onRetry}>
        {shared.retry}
      </Press>
    </View>
  );
}
