import type { Feed } from '@anxing/contract/feeds';

import { spanText } from '../../lib/spanText';

export type FreshnessKind = 'fresh' | 'soon' | 'late' | 'never' | 'none';

export interface Freshness {
  kind: FreshnessKind;
  /** ms since the state of the data; null when nothing ever came. */
  age: number | null;
  /** How much of the time that is allowed has passed, 0 to 1; null without a limit. */
  share: number | null;
  /** How late, or how long until then. */
  text: string;
}

const hourMs = 3_600_000;

/** From here on somebody should look, before it is late. */
const soonShare = 0.8;

function lateText(age: number, limit: number): string {
  return age > limit ? `已超时 ${spanText(age - limit)}` : '已超时';
}

/** How fresh a source is. @param now ms by the server's clock */
export function freshnessOf({ asOf, isLate, lateAfterHours }: Feed, now: number): Freshness {
  const limit = lateAfterHours === null ? null : lateAfterHours * hourMs;
  if (asOf === null) {
    return isLate
      ? { kind: 'never', age: null, share: 1, text: '从未报送' }
      : { kind: 'none', age: null, share: null, text: '尚无数据' };
  }
  const age = Math.max(0, now - asOf);
  if (limit === null) {
    return { kind: 'none', age, share: null, text: '不限时' };
  }
  if (isLate || age >= limit) {
    return { kind: 'late', age, share: 1, text: lateText(age, limit) };
  }
  const share = age / limit;

  return { kind: share >= soonShare ? 'soon' : 'fresh', age, share, text: `${spanText(limit - age)}后超时` };
}
