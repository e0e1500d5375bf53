import colourJson from '../../../../config/colours.json';
import feedJson from '../../../../config/feeds.json';
import riskJson from '../../../../config/risk.json';
import type { AssessInput } from '../../../../api/src/risk/assess';
import { parseColours } from '../../../../api/src/risk/colours';
import { startOfDay } from '../../../../api/src/base/days';
import type { Fact, FeedState } from '../../../../api/src/risk/fact';
import { parseFeedRules } from '../../../../api/src/risk/feedRules';
import { parseRiskRules } from '../../../../api/src/risk/rules';

export const zone = 'Asia/Shanghai';
export const hour = 3_600_000;
export const day = 24 * hour;

export const colours = parseColours(colourJson);
export const feedRules = parseFeedRules(feedJson);
export const rules = parseRiskRules(riskJson, colours, feedRules);

/** Ten in the morning, Shanghai time. */
export const now = at('2026-03-20', 10);

export function at(date: string, hours = 0): number {
  return startOfDay(date, zone) + hours * hour;
}

let count = 0;

export function buildFact(source: string, kind: string, date: string, more: Partial<Fact> = {}): Fact {
  count += 1;

  return {
    id: `fact-${count}`,
    source,
    kind,
    date,
    validFrom: at(date),
    validUntil: null,
    recordedFrom: at(date),
    recordedUntil: null,
    weighedAt: more.recordedFrom ?? at(date),
    batchId: 'batch-1',
    ...more,
  };
}

/** Every required source delivered at `deliveredAt`, except those named otherwise. */
export function buildFeeds(deliveredAt: number, others: Record<string, number | null> = {}): FeedState[] {
  return feedRules
    .filter((rule) => rule.requiredForGreen)
    .map(({ source }) => ({
      source,
      lastDeliveredAt: others[source] === undefined ? deliveredAt : others[source],
    }));
}

export function buildInput(more: Partial<AssessInput> = {}): AssessInput {
  return { facts: [], feeds: buildFeeds(now - hour), rules, feedRules, colours, now, zone, ...more };
}
