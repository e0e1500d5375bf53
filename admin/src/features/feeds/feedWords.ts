import type { DeliveryMode, Feed, FeedBatch } from '@anxing/contract/feeds';

export const promisedNames: Record<Feed['promised'], string> = {
  realTime: '实时',
  daily: '每日',
  inside: '不定时',
  onChange: '有变化时',
};

export const deliveryNames: Record<DeliveryMode, string> = {
  full: '每批为全部数据',
  incremental: '每批为增减的数据',
};

/** What the source promised, with the hours after which its data counts as late. */
export function promiseText({ promised, lateAfterHours }: Feed): string {
  return lateAfterHours === null
    ? promisedNames[promised]
    : `${promisedNames[promised]}（超过 ${lateAfterHours} 小时为超时）`;
}

/** Who brought a batch; what the platform makes itself is its own. */
export function submitterText({ origin, submittedBy }: FeedBatch): string {
  return origin === 'inside' ? '平台' : submittedBy;
}
