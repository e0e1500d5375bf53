import type { Feed as ShownFeed, FeedKey as ShownKey } from '@anxing/contract/feeds';

import type { Services } from '../context';
import type { FeedBatch } from '../models/feedBatch';
import type { FeedKey } from '../models/feedKey';
import type { FeedRule } from '../risk/feedRules';
import { presentBatchWithPeople } from './feedBatch';
import { optionalNumber } from './optionalNumber';

const hourMs = 3_600_000;

/** What is counted of a feed's batches. */
export interface FeedCounts {
  /** ms: of when its newest data is. */
  asOf: number | null;
  openRows: number;
  waiting: number;
  last: FeedBatch | null;
  sequences: { channel: string; sequence: number }[];
}

/** A feed as the operator sees it. @param now ms */
export function presentFeed(services: Services, rule: FeedRule, counts: FeedCounts, now: number): ShownFeed {
  const { asOf, openRows, waiting, last, sequences } = counts;
  const limit = rule.lateAfterHours === null ? null : rule.lateAfterHours * hourMs;
  const lateAt = limit === null || asOf === null ? null : asOf + limit;
  const isLate = limit !== null && (lateAt === null || lateAt <= now);

  return {
    source: rule.source,
    name: rule.name,
    owner: rule.owner,
    via: rule.via,
    promised: rule.promised,
    delivery: rule.delivery,
    requiredForGreen: rule.requiredForGreen,
    lateAfterHours: rule.lateAfterHours,
    kinds: rule.kinds,
    columns: rule.columns,
    asOf,
    isLate,
    lateAt: isLate ? null : lateAt,
    openRows,
    waitingBatches: waiting,
    lastBatch: last && presentBatchWithPeople(services, last),
    nextSequence: sequences,
  };
}

export function presentFeedKey(key: FeedKey): ShownKey {
  return {
    id: key.id,
    channel: key.channel,
    owner: key.owner,
    publicKey: key.publicKey,
    state: key.state,
    createdAt: Number(key.createdAt),
    lastUsedAt: optionalNumber(key.lastUsedAt),
  };
}
