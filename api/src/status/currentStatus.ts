import type { Services } from '../context';
import type { Person } from '../models/person';
import { allFeeds } from '../models/recordCaches';
import { withFeeds, type Verdict } from '../risk/assess';
import type { FactsVerdict, Reason } from '../risk/judgeFacts';
import { judgeFeeds, type FeedsVerdict } from '../risk/judgeFeeds';
import type { RiskRules } from '../risk/rules';
import { judgePersons } from './judgePersons';
import { readerOf } from './storedFacts';

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

/** What was stored with the person holds until a fact, a rule or the time changes it. */
function storedVerdict(person: Person, rules: RiskRules, now: number): FactsVerdict | undefined {
  const until = person.colourUntil === null ? null : Number(person.colourUntil);
  const holds = person.ruleVersion === rules.version && (until === null || until > now);

  return holds ? { colour: person.colour, reasons: reasonsOf(person), until } : undefined;
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
  const rules = await services.rules.at(now);
  const stored = new Map(persons.map((person) => [person.id, storedVerdict(person, rules, now)]));
  const stale = persons.filter(({ id }) => !stored.get(id));
  const [judged, feeds] = await Promise.all([
    judgePersons(services, readerOf(services.database), { persons: stale, rules, now }),
    feedsNow(services, now),
  ]);

  return new Map(
    persons.map(({ id }) => {
      const kept = stored.get(id);
      const byFacts = kept ?? judged.get(id) ?? nothingKnown(services);
      const whole = withFeeds(byFacts, feeds, services.colours);

      return [id, { ...whole, byFacts, isStored: kept !== undefined, ruleVersion: rules.version }];
    }),
  );
}

function nothingKnown({ colours }: Services): FactsVerdict {
  return { colour: colours.clear, reasons: [], until: null };
}
