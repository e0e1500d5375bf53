import { View } from '@tarojs/components';

import type { OwnReason, OwnReasons } from '@anxing/contract/reasons';

import { FactLine } from '../../components/FactLine';
import { Press } from '../../components/Press';
import { dateText, fullTimeText } from '../../lib/format';
import { openPage } from '../../lib/navigation';
import { texts } from './texts';
import { timeLeft } from './timeLeft';

interface Props {
  reason: OwnReason;
  own: OwnReasons;
}

function Until({ until, now }: { until: number | null; now: number }) {
  if (until === null) {
    return (
      <View className="until">
        <View className="until__title">{texts.untilTitle}</View>
        <View className="until__open">{texts.untilOpen}</View>
      </View>
    );
  }

  return (
    <View className="until">
      <View className="until__title">{texts.untilTitle}</View>
      <View className="until__line">
        <View className="until__time">{fullTimeText(until)}</View>
        <View className="until__left">{timeLeft(until, now)}</View>
      </View>
    </View>
  );
}

function Record({ reason }: { reason: OwnReason }) {
  return (
    <View className="record">
      <FactLine name={texts.kind} value={reason.kindName} />
      <FactLine name={texts.date} value={dateText(reason.date)} />
      <FactLine name={texts.source} value={reason.sourceName} />
      <FactLine name={texts.owner} value={reason.owner} />
      <FactLine name={texts.deliveredBy} value={reason.deliveredBy} />
      {reason.recordedAt !== null && (
        <FactLine name={texts.recordedAt} value={fullTimeText(reason.recordedAt)} />
      )}
    </View>
  );
}

function Appeal({ reason }: { reason: OwnReason }) {
  const { appealId, rule } = reason;

  return (
    <View className="objection">
      <View className="objection__title">{texts.appealTitle}</View>
      <View className="card__text">{reason.appeal}</View>
      <View className="card__text">{texts.appealHint}</View>
      {appealId ? (
        <Press className="view-appeal" onPress={() => void openPage('appeal', { id: appealId })}>
          {texts.viewAppeal}
        </Press>
      ) : (
        <Press className="appeal" kind="secondary" onPress={() => void openPage('appealForm', { rule })}>
          {texts.appeal}
        </Press>
      )}
    </View>
  );
}

/** One reason in full: which rule and record, until when, what to do, and how to object. */
export function ReasonCard({ reason, own }: Props) {
  return (
    <View className="card reason-card">
      <View className="reason-card__rule">{texts.rule}</View>
      <View className="reason-card__text">{reason.text}</View>
      <Until until={reason.until} now={own.serverTime} />
      <Record reason={reason} />
      <View className="advice">
        <View className="advice__title">{texts.advice}</View>
        {reason.advice}
      </View>
      <Appeal reason={reason} />
    </View>
  );
}
