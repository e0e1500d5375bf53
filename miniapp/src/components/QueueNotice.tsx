import { View } from '@tarojs/components';

import { dismissOutcome, queue, type Outcome } from '../lib/checkInQueue';
import { shortTimeText } from '../lib/format';
import { useStore } from '../lib/store';
import { texts } from '../lib/texts';
import { aria } from '../platform/aria';
import { Press } from './Press';
import './queueNotice.scss';

function OutcomeLine({ outcome }: { outcome: Outcome }) {
  const place = outcome.place ?? texts.unknownPlace;
  const time = shortTimeText(outcome.at);
  const isRefused = outcome.refusal !== null;

  return (
    <View className={`outcome ${isRefused ? 'outcome--refused' : ''}`} {...aria({ role: 'alert' })}>
      <View className="outcome__text">
        {isRefused ? texts.dropped(place, time) : texts.uploaded(place, time)}
        {isRefused && <View className="outcome__why">{outcome.refusal}</View>}
      </View>
      <Press className="outcome__close" kind="quiet" onPress={() => dismissOutcome(outcome.id)}>
        {texts.close}
      </Press>
    </View>
  );
}

/** How many check-ins wait for a network, in neutral colours, and what became of those that waited. */
export function QueueNotice() {
  const { waiting, outcomes } = useStore(queue);

  return (
    <>
      {waiting.length > 0 && (
        <View className="waiting" {...aria({ role: 'status' })}>
          <View className="waiting__count">{texts.waiting(waiting.length)}</View>
          <View className="waiting__hint">{texts.waitingHint}</View>
        </View>
      )}
      {outcomes.map((outcome) => (
        <OutcomeLine key={outcome.id} outcome={outcome} />
      ))}
    </>
  );
}
