import { View } from '@tarojs/components';
import Taro from '@tarojs/taro';
import { useRef, useState } from 'react';

import type { TrailItem } from '@anxing/contract/me';

import { PagedList } from '../../components/PagedList';
import { asApiError } from '../../lib/apiError';
import { newCheckIn, submit } from '../../lib/checkIns';
import { usePages } from '../../lib/usePages';
import { TrailCard } from './TrailCard';
import { texts } from './texts';
import './trail.scss';

async function leave(item: TrailItem): Promise<string> {
  try {
    const checkIn = await newCheckIn({ passage: item.id, place: item.place.name, direction: 'out' });

    return (await submit(checkIn)) === 'waiting' ? texts.waiting : texts.left;
  } catch (cause) {
    return asApiError(cause).message;
  }
}

/** Where the person was, the newest first. */
export function TrailView() {
  const { items, next, error, reload, loadMore } = usePages<TrailItem>('me/passages');
  const [leavingId, setLeavingId] = useState<string>();
  const isLeaving = useRef(false);

  const leaveOnce = async (item: TrailItem) => {
    if (isLeaving.current) {
      return;
    }
    isLeaving.current = true;
    setLeavingId(item.id);
    const title = await leave(item);
    await reload();
    setLeavingId(undefined);
    isLeaving.current = false;
    await Taro.showToast({ title, icon: 'none' });
  };

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
        renderItem={(item) => (
          <TrailCard item={item} isLeaving={leavingId === item.id} onLeave={(each) => void leaveOnce(each)} />
        )}
      />
    </>
  );
}
