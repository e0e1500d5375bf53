import type { FeedBatch } from '@anxing/contract/feeds';

import { isUnderWay } from '../api/batches';

/** How many people have another colour by a batch. */
export function changedText(batch: FeedBatch): string {
  const { changedPeople } = batch;
  if (changedPeople !== null) {
    return `${changedPeople.toLocaleString()} 人`;
  }

  return isUnderWay(batch) ? '计算中' : '—';
}
