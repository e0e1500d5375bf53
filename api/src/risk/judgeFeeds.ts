import type { FeedState } from './fact';
import type { FeedRule, FeedRules } from './feedRules';

const hourMs = 3_600_000;

export interface LateFeed {
  source: string;
  sourceName: string;
  owner: string;
  /** ms, or null when it never delivered. */
  lastDeliveredAt: number | null;
}

export interface FeedsVerdict {
  /** ms: the oldest delivery among the required feeds; null when one never delivered, or none is required. */
  asOf: number | null;
  /** The required feeds that keep people from being called clear. */
  late: LateFeed[];
  /** ms when the next required feed becomes late unless it delivers; null when all of them are late, or none is required. */
  until: number | null;
}

/** The same for everybody at an instant: computed once, not once per person. */
export function judgeFeeds(feeds: readonly FeedState[], feedRules: FeedRules, now: number): FeedsVerdict {
  const required = feedRules
    .filter((rule) => rule.requiredForGreen)
    .map((rule) => ({ rule, deliveredAt: lastDelivery(feeds, rule.source) }));
  const late = required.filter(({ rule, deliveredAt }) => lateFrom(rule, deliveredAt) <= now);
  const limits = required
    .map(({ rule, deliveredAt }) => lateFrom(rule, deliveredAt))
    .filter((limit) => limit > now && limit < Infinity);

  return {
    asOf: oldest(required.map(({ deliveredAt }) => deliveredAt)),
    late: late.map(({ rule, deliveredAt }) => ({
      source: rule.source,
      sourceName: rule.name,
      owner: rule.owner,
      lastDeliveredAt: deliveredAt,
    })),
    until: limits.length === 0 ? null : Math.min(...limits),
  };
}

function lastDelivery(feeds: readonly FeedState[], source: string): number | null {
  return feeds.find((feed) => feed.source === source)?.lastDeliveredAt ?? null;
}

/** The first instant at which the feed is late. */
function lateFrom(rule: FeedRule, deliveredAt: number | null): number {
  if (deliveredAt === null) {
    return -Infinity;
  }

  return rule.lateAfterHours === null ? Infinity : deliveredAt + rule.lateAfterHours * hourMs;
}

function oldest(deliveries: readonly (number | null)[]): number | null {
  const known = deliveries.filter((at) => at !== null);

  return known.length === 0 || known.length < deliveries.length ? null : Math.min(...known);
}
