import { View } from '@tarojs/components';

import type { OwnReasons } from '@anxing/contract/reasons';

import { FactLine } from '../../components/FactLine';
import { fullTimeText } from '../../lib/format';
import { texts } from './texts';

/** The sources that did not deliver in time, each with who answers for it and since when nothing came. */
export function LateSources({ late }: Pick<OwnReasons, 'late'>) {
  return (
    <>
      {late.map(({ sourceName, owner, lastDeliveredAt }) => (
        <View key={sourceName} className="late">
          <View className="late__name">{sourceName}</View>
          <FactLine name={texts.owner} value={owner} />
          <FactLine
            name={texts.lastDelivered}
            value={lastDeliveredAt === null ? texts.never : fullTimeText(lastDeliveredAt)}
          />
        </View>
      ))}
    </>
  );
}
