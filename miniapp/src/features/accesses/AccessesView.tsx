import { View } from '@tarojs/components';

import type { AccessItem } from '@anxing/contract/me';

import { PagedList } from '../../components/PagedList';
import { shortTimeText } from '../../lib/format';
import { usePages } from '../../lib/usePages';
import { texts } from './texts';
import './accesses.scss';

function AccessLine({ item }: { item: AccessItem }) {
  return (
    <View className="card access-item">
      <View className="access-item__who">{item.who}</View>
      <View className="access-item__purpose">{texts.purpose(item.purpose)}</View>
      <View className="access-item__time">{shortTimeText(item.at)}</View>
    </View>
  );
}

/** Who looked at the person's data, when and why. */
export function AccessesView() {
  const { items, next, error, reload, loadMore } = usePages<AccessItem>('me/accesses');

  return (
    <>
      <View className="footnote">{texts.intro}</View>
      <PagedList
        items={items}
        next={next}
        error={error}
        empty={texts.empty}
        onReload={() => void reload()}
        onMore={() => void loadMore()}
        renderItem={(item) => <AccessLine item={item} />}
      />
    </>
  );
}
