import { View } from '@tarojs/components';

import type { PersonalCode, Reason } from '@anxing/contract/me';

import { Press } from '../../components/Press';
import { shortTimeText } from '../../lib/format';
import { openPage } from '../../lib/navigation';
import { Services } from './Services';
import { texts } from './texts';

function ReasonItem({ reason }: { reason: Reason }) {
  const until = reason.until === null ? texts.reasonOpen : texts.reasonUntil(shortTimeText(reason.until));

  return (
    <View className="reason">
      <View className="reason__text">{reason.text}</View>
      <View className="reason__fact">{texts.reasonDate(reason.date)}</View>
      <View className="reason__fact">{texts.reasonSource(reason.sourceName)}</View>
      <View className="reason__fact">{until}</View>
      <View className="reason__advice">
        <View className="reason__advice-title">{texts.advice}</View>
        {reason.advice}
      </View>
    </View>
  );
}

function Guidance() {
  return (
    <View className="card guidance">
      <View className="card__title">{texts.guidance}</View>
      {texts.guidanceLines.map((line, index) => (
        <View key={line} className="guidance__line">
          <View className="guidance__mark">{index + 1}</View>
          <View className="guidance__text">{line}</View>
        </View>
      ))}
    </View>
  );
}

/** Whether there is something about the colour to be told below the code. */
export function isExplained({ reasons, colour }: PersonalCode): boolean {
  return reasons.length > 0 || colour === 'unknown';
}

/** What stands below the code: reasons and guidance when there are reasons, services when all is well. */
export function ColourDetails({ code }: { code: PersonalCode }) {
  if (code.reasons.length > 0) {
    return (
      <>
        <View className="card reasons">
          <View className="card__title">{texts.reasons}</View>
          {code.reasons.map((reason, at) => (
            <ReasonItem key={`${reason.rule} ${reason.date} ${at}`} reason={reason} />
          ))}
          <Press className="to-full-reasons" onPress={() => void openPage('reasons')}>
            {texts.fullReasons}
          </Press>
        </View>
        <Guidance />
      </>
    );
  }
  if (code.colour === 'unknown') {
    return (
      <View className="card checking">
        <View className="card__title">{texts.checking}</View>
        <View className="card__text">{texts.checkingHint}</View>
        <Press className="to-full-reasons" kind="secondary" onPress={() => void openPage('reasons')}>
          {texts.whatIsMissing}
        </Press>
      </View>
    );
  }

  return <Services />;
}
