import type { Colours } from './colours';
import type { FeedState } from './fact';
import type { FactsInput, FactsVerdict, Reason } from './judgeFacts';
import { judgeFacts } from './judgeFacts';
import type { FeedsVerdict, LateFeed } from './judgeFeeds';
import { judgeFeeds } from './judgeFeeds';

export interface AssessInput extends FactsInput {
  feeds: readonly FeedState[];
}

export interface Verdict {
  colour: string;
  reasons: Reason[];
  asOf: number | null;
  /** The required feeds that are missing or late, whether or not they changed the colour. */
  late: LateFeed[];
  /** ms of the next change of colour or reasons that needs no new fact and no delivery, null when there is none. */
  until: number | null;
}

export interface Assessment extends Verdict {
  ruleVersion: number;
}

/** Facts, rules, feeds and an instant in; colour and reasons out. The same input gives the same answer, always. */
export function assess(input: AssessInput): Assessment {
  const facts = judgeFacts(input);
  const feeds = judgeFeeds(input.feeds, input.feedRules, input.now);

  return { ...withFeeds(facts, feeds, input.colours), ruleVersion: input.rules.version };
}

/**
 * Joins a person's verdict, which can be stored, with the state of the feeds, which is everybody's and changes with
 * every delivery. Missing data makes 'unknown' of what would have been clear, and touches no other colour.
 */
export function withFeeds(facts: FactsVerdict, feeds: FeedsVerdict, colours: Colours): Verdict {
  const isClear = facts.colour === colours.clear;
  const isDoubted = isClear && feeds.late.length > 0;
  const doubtAt = isClear && !isDoubted ? feeds.until : null;

  return {
    colour: isDoubted ? colours.unknown : facts.colour,
    reasons: facts.reasons,
    asOf: feeds.asOf,
    late: feeds.late,
    until: earlier(facts.until, doubtAt),
  };
}

function earlier(one: number | null, other: number | null): number | null {
  return one === null || other === null ? (one ?? other) : Math.min(one, other);
}
