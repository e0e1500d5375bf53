import { Op } from 'sequelize';

import type { Services } from '../context';
import { Fact as FactRow } from '../models/fact';
import type { Person } from '../models/person';
import { allFeeds } from '../models/recordCaches';
import { withFeeds, type Verdict } from '../risk/assess';
import type { Fact, FeedState } from '../risk/fact';
import { judgeFacts, type FactsVerdict, type Reason } from '../risk/judgeFacts';
import { judgeFeeds } from '../risk/judgeFeeds';

export interface Status extends Verdict {
  /** What the facts alone say: this part is stored with the person. */
  byFacts: FactsVerdict;
}

async function feedStates({ caches }: Services): Promise<FeedState[]> {
  const last = (await caches.lastDeliveries.get(allFeeds)) ?? [];

  return last.map(({ source, at }) => ({ source, lastDeliveredAt: at }));
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

/** What was stored with the person holds until a fact, a rule or the time changes it. */
function storedVerdict(services: Services, person: Person, now: number): FactsVerdict | undefined {
  const until = person.colourUntil === null ? null : Number(person.colourUntil);
  const holds = person.ruleVersion === services.riskRules.version && (until === null || until > now);

  return holds
    ? { colour: person.colour, reasons: JSON.parse(person.reasons) as Reason[], until }
    : undefined;
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
  const [facts, states] = await Promise.all([factsOf(stale, now), feedStates(services)]);
  const feeds = judgeFeeds(states, services.feedRules, now);

  return new Map(
    persons.map(({ id, identityIndex }) => {
      const byFacts = stored.get(id) ?? judge(services, facts.get(identityIndex) ?? [], now);

      return [id, { ...withFeeds(byFacts, feeds, services.colours), byFacts }];
    }),
  );
}
