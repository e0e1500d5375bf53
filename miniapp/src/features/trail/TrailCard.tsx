import { View } from '@tarojs/components';

import type { TrailItem } from '@anxing/contract/me';

import { ColourPill } from '../../components/ColourPill';
import { Press } from '../../components/Press';
import { shortTimeText } from '../../lib/format';
import { texts as shared } from '../../lib/texts';
import { texts } from './texts';

interface Props {
  item: TrailItem;
  isLeaving: boolean;
  onLeave: (item: TrailItem) => void;
}

/** One passage of the own trail; an open one can be left. */
export function TrailCard({ item, isLeaving, onLeave }: Props) {
  return (
    <View className={`card trail-item ${item.open ? 'trail-item--open' : ''}`}>
      <View className="trail-item__head">
        <View className={`trail-item__direction trail-item__direction--${item.direction}`}>
          {shared.directions[item.direction]}
        </View>
        <View className="trail-item__time">{shortTimeText(item.at)}</View>
      </View>
      <View className="trail-item__place">{item.place.name}</View>
      <View className="trail-item__address">{item.place.address}</View>
      <View className="trail-item__foot">
        <ColourPill colour={item.colour} />
        <View className="trail-item__kind">{texts.kinds[item.byDevice ? 'gate' : item.kind]}</View>
        <View className={`decision decision--${item.decision}`}>{shared.decisions[item.decision]}</View>
      </View>
      {item.open && (
        <Press className="leave" isDisabled={isLeaving} onPress={() => onLeave(item)}>
          {isLeaving ? texts.leaving : texts.leave}
        </Press>
      )}
    </View>
  );
}
