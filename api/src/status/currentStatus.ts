import type { Services } from '../context';
import { notJudged, type Person } from '../models/person';
import { allFeeds } from '../models/recordCaches';
import { withFeeds, type Verdict } from '../risk/assess';
import type { FactsVerdict, Reason } from '../risk/judgeFacts';
import { judgeFeeds, type FeedsVerdict } from '../risk/judgeFeeds';
import type { RulesInForce } from '../risk/ruleBook';
import { judgeByLook, type Look } from './judgeByLook';

export interface Status extends Verdict {
  /** The part by facts is what is stored with the person. */
  isStored: boolean;
  /** What the facts alone say: this part is stored with the person. */
  byFacts: FactsVerdict;
  /** Of the rules that were used. */
  ruleVersion: number;
}

/** What was judged of deliveries that are kept, and since when (ms). */
const judged = new WeakMap<object, { since: number; verdict: FeedsVerdict }>();

/** What the ages of the feeds say now. Holds until a feed delivers or the next one is late. */
export async function feedsNow({ caches, feedRules }: Services, now: number): Promise<FeedsVerdict> {
  const last = (await caches.lastDeliveries.get(allFeeds)) ?? [];
  const known = judged.get(last);
  if (known && known.since <= now && now < (known.verdict.until ?? Infinity)) {
    return known.verdict;
  }
  const states = last.map(({ source, at }) => ({ source, lastDeliveredAt: at }));
  const verdict = judgeFeeds(states, feedRules, now);
  judged.set(last, { since: now, verdict });

  return verdict;
}

/** The reasons of people who are kept are read once. */
const readReasons = new WeakMap<Person, { text: string; reasons: Reason[] }>();

function reasonsOf(person: Person): Reason[] {
  const text = person.reasons;
  const known = readReasons.get(person);
  if (known?.text === text) {
    return known.reasons;
  }
  const reasons = JSON.parse(text) as Reason[];
  readReasons.set(person, { text, reasons });

  return reasons;
}

/** Whoever was judged by these rules, or has to be judged no more since everybody was. */
function isJudgedBy({ version, isJudged }: RulesInForce, { ruleVersion }: Person): boolean {
  return ruleVersion === version || (isJudged && ruleVersion !== notJudged);
}

/** What was stored with the person holds until a fact, a rule or the time changes it. */
function storedVerdict(person: Person, rules: RulesInForce, now: number): Look | undefined {
  const until = person.colourUntil === null ? null : Number(person.colourUntil);
  const holds = isJudgedBy(rules, person) && (until === null || until > now);

  return holds
    ? { ruleVersion: rules.version, verdict: { colour: person.colour, reasons: reasonsOf(person), until } }
    : undefined;
}

/**
 * The present colour of several people with its reasons: what is stored with them where it still holds, otherwise from
 * their facts, and the state of the feeds.
 */
export async function currentStatus(
  services: Services,
  persons: readonly Person[],
): Promise<Map<string, Status>> {
  const now = services.clock.now();
  const [rules, feeds] = await Promise.all([services.rules.at(now), feedsNow(services, now)]);
  const statuses = persons.map(async (person) => {
    const kept = storedVerdict(person, rules, now);
    const { ruleVersion, verdict } = kept ?? (await judgeByLook(services, person, { rules, now }));
    const whole = withFeeds(verdict, feeds, services.colours);

    return [person.id, { ...whole, byFacts: verdict, isStored: kept !== undefined, ruleVersion }] as const;
  });

  return new Map(await Promise.all(statuses));
}
