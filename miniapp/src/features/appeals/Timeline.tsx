import { View } from '@tarojs/components';

import type { AppealEvent } from '@anxing/contract/appeals';

import { fullTimeText } from '../../lib/format';
import { SentPicture } from './SentPicture';
import { texts } from './texts';

function Event({ event }: { event: AppealEvent }) {
  return (
    <View className="event">
      <View className="event__head">{texts.events[event.kind]}</View>
      <View className="event__time">{fullTimeText(event.at)}</View>
      {event.text && <View className="event__text">{event.text}</View>}
      {event.pictures.length > 0 && (
        <View className="event__pictures">
          {event.pictures.map((picture, index) => (
            <SentPicture key={picture.id} picture={picture} index={index + 1} />
          ))}
        </View>
      )}
    </View>
  );
}

/** What has happened to an appeal, the latest first. */
export function Timeline({ events }: { events: AppealEvent[] }) {
  const latestFirst = [...events].sort((one, other) => other.at - one.at);

  return (
    <View className="card timeline">
      <View className="card__title">{texts.progress}</View>
      {latestFirst.map((event) => (
        <Event key={`${event.at} ${event.kind}`} event={event} />
      ))}
    </View>
  );
}
