import { Op } from 'sequelize';

import type { Services } from '../context';
import { Fact as FactRow } from '../models/fact';
import type { Person } from '../models/person';
import { allFeeds } from '../models/recordCaches';
import { withFeeds, type Verdict } from '../risk/assess';
import type { Fact } from '../risk/fact';
import { judgeFacts, type FactsVerdict, type Reason } from '../risk/judgeFacts';
import { judgeFeeds, type FeedsVerdict } from '../risk/judgeFeeds';

export interface Status extends Verdict {
  /** The part by facts is what is stored with the person. */
  isStored: boolean;
  /** What the facts alone say: this part is stored with the person. */
  byFacts: FactsVerdict;
}

/** What was judged of deliveries that are kept, and since when (ms). */
const judged = new WeakMap<object, { since: number; verdict: FeedsVerdict }>();

/** Holds until a feed delivers or the next one is late. */
async function feedsNow({ caches, feedRules }: Services, now: number): Promise<FeedsVerdict> {
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

function toFact(row: FactRow): Fact {
  return {
    id: row.id,
    source: row.source,
    kind: row.kind,
    date: row.date,
    validFrom: Number(row.validFrom),
    validUntil: row.validUntil === null ? null : Number(row.validUntil),
    recordedFrom: Number(row.recordedFrom),
    recordedUntil: row.recordedUntil === null ? null : Number(row.recordedUntil),
    batchId: row.batchId,
  };
}

async function factsOf(persons: readonly Person[], now: number): Promise<Map<string, Fact[]>> {
  const facts = new Map<string, Fact[]>();
  if (persons.length === 0) {
    return facts;
  }
  const rows = await FactRow.findAll({
    where: {
      subjectIndex: persons.map(({ identityIndex }) => identityIndex),
      recordedUntil: { [Op.or]: [null, { [Op.gt]: now }] },
    },
  });
  for (const row of rows) {
    facts.set(row.subjectIndex, [...(facts.get(row.subjectIndex) ?? []), toFact(row)]);
  }

  return facts;
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
function storedVerdict(services: Services, person: Person, now: number): FactsVerdict | undefined {
  const until = person.colourUntil === null ? null : Number(person.colourUntil);
  const holds = person.ruleVersion === services.riskRules.version && (until === null || until > now);

  return holds ? { colour: person.colour, reasons: reasonsOf(person), until } : undefined;
}

function judge(services: Services, facts: readonly Fact[], now: number): FactsVerdict {
  const { riskRules: rules, feedRules, colours } = services;

  return judgeFacts({ facts, rules, feedRules, colours, now, zone: services.config.brand.zone });
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
  const stored = new Map(persons.map((person) => [person.id, storedVerdict(services, person, now)]));
  const stale = persons.filter(({ id }) => !stored.get(id));
  const [facts, feeds] = await Promise.all([factsOf(stale, now), feedsNow(services, now)]);

  return new Map(
    persons.map(({ id, identityIndex }) => {
      const kept = stored.get(id);
      const byFacts = kept ?? judge(services, facts.get(identityIndex) ?? [], now);

      return [id, { ...withFeeds(byFacts, feeds, services.colours), byFacts, isStored: kept !== undefined }];
    }),
  );
}
