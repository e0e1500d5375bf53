import { View } from '@tarojs/components';

import type { PosterPlace } from '@anxing/contract/visits';

import { ColourPill } from '../../components/ColourPill';
import { shortTimeText } from '../../lib/format';
import { texts as shared } from '../../lib/texts';
import { texts } from './texts';

type Duty = PosterPlace['onDuty'][number];

function DutyItem({ duty }: { duty: Duty }) {
  return (
    <View className="duty">
      <View className="duty__role">{duty.role}</View>
      <ColourPill colour={duty.colour} />
      <View className={`duty__temperature duty__temperature--${duty.temperature}`}>
        {texts.temperature[duty.temperature]}
      </View>
    </View>
  );
}

function Own({ own }: { own: PosterPlace['own'] }) {
  if (!own) {
    return <View className="own own--missing">{texts.ownMissing}</View>;
  }
  const asOf = own.asOf === null ? shared.neverAsOf : shared.asOf(shortTimeText(own.asOf));

  return (
    <View className="own">
      <View className="own__label">{texts.own}</View>
      <ColourPill className="own-colour" colour={own.colour} />
      <View className="own__as-of">{asOf}</View>
      {own.inside && <View className="own__inside inside">{texts.inside}</View>}
    </View>
  );
}

/** Where the poster hangs, how the visitor stands, and who is on duty there. */
export function PlaceCard({ place }: { place: PosterPlace }) {
  return (
    <>
      <View className="card place-card">
        <View className="place-card__pin" />
        <View className="place-name">{place.place.name}</View>
        <View className="place-address">{place.place.address}</View>
        <View className="place-unit">{place.place.unit}</View>
      </View>
      <View className="card">
        <Own own={place.own} />
      </View>
      <View className="card">
        <View className="card__title">{texts.duty}</View>
        {place.onDuty.length === 0 && <View className="card__text">{texts.dutyNone}</View>}
        {place.onDuty.map((duty, index) => (
          <DutyItem key={`${duty.role} ${index}`} duty={duty} />
        ))}
      </View>
    </>
  );
}
