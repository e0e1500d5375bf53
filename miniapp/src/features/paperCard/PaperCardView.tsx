import { View } from '@tarojs/components';

import type { OwnCard, PaperCard } from '@anxing/contract/cards';

import { CardActions } from '../../components/CardActions';
import { FactLine } from '../../components/FactLine';
import { Loaded } from '../../components/Loaded';
import { fullTimeText } from '../../lib/format';
import { useRecord } from '../../lib/useRecord';
import { texts } from './texts';

const path = 'me/card';

function Facts({ card }: { card: PaperCard }) {
  return (
    <>
      <FactLine name={texts.issuedAt} value={fullTimeText(card.issuedAt)} />
      <FactLine name={texts.printedBy} value={card.printedBy ?? texts.self} />
    </>
  );
}

/** A printed card for when there is no phone: made, opened for printing, replaced and voided. */
export function PaperCardView() {
  const record = useRecord<OwnCard>(path);

  return (
    <Loaded record={record}>
      {({ card }) => (
        <>
          <View className="card">
            <View className="card__title">{texts.title}</View>
            <View className="card__text">{texts.intro}</View>
            <View className="card__text">{texts.safe}</View>
          </View>
          <View className="card">
            {card ? <Facts card={card} /> : <View className="card__text">{texts.none}</View>}
            <CardActions path={path} card={card} onChanged={record.reload} />
          </View>
        </>
      )}
    </Loaded>
  );
}
