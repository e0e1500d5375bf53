import type { DeliveryMode } from '@anxing/contract/feeds';

const whatOf: Record<DeliveryMode, string> = { full: '全部名单', incremental: '补报' };

/** A name for a file of a day that says what it is. @param day YYYY-MM-DD */
export function nameHint(delivery: DeliveryMode, day: string): string {
  const [, month, date] = day.split('-').map(Number);

  return `${month} 月 ${date} 日${whatOf[delivery]}`;
}
