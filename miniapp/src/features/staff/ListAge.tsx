import { View } from '@tarojs/components';
import { useEffect, useState } from 'react';

import { now } from '../../lib/clock';
import { useStore } from '../../lib/store';
import { doorLists, type DoorLists } from './doorLists';
import { texts } from './texts';

const minute = 60_000;

/** @param asOf ms by the server's clock */
export function ageText(asOf: number): string {
  return texts.home.ago(Math.max(0, Math.floor((now() - asOf) / minute)));
}

function listText({ asOf, complete }: DoorLists): string {
  return texts.home.list(ageText(asOf)) + (complete ? '' : texts.home.listIncomplete);
}

/** How old the list is by which this phone verifies without network. */
export function ListAge() {
  const lists = useStore(doorLists);
  const [, tick] = useState(0);

  useEffect(() => {
    const timer = setInterval(() => tick((count) => count + 1), minute);

    return () => clearInterval(timer);
  }, []);

  return <View className="list-age">{lists ? listText(lists) : texts.home.listMissing}</View>;
}
