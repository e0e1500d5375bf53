import { Op } from 'sequelize';

import type { Services } from '../context';
import { Fact as FactRow } from '../models/fact';
import type { Person } from '../models/person';
import { withFeeds, type Verdict } from '../risk/assess';
import type { Fact, FeedState } from '../risk/fact';
import { judgeFacts, type FactsVerdict } from '../risk/judgeFacts';
import { judgeFeeds } from '../risk/judgeFeeds';

export interface Status extends Verdict {
  /** What the facts alone say: this part is stored with the person. */
  byFacts: FactsVerdict;
}

/** When each feed last delivered. */
async function feedStates(services: Services): Promise<FeedState[]> {
  const rows = await services.database.select(
    'SELECT source, MAX(delivered_at) AS delivered FROM fact_batches GROUP BY source',
  );

  return rows.map((row) => ({ source: String(row.source), lastDeliveredAt: Number(row.delivered) }));
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
  const rows = await FactRow.findAll({
    where: {
      subjectIndex: persons.map(({ identityIndex }) => identityIndex),
      recordedUntil: { [Op.or]: [null, { [Op.gt]: now }] },
    },
  });
  const facts = new Map<string, Fact[]>();
  for (const row of rows) {
    facts.set(row.subjectIndex, [...(facts.get(row.subjectIndex) ?? []), toFact(row)]);
  }

  return facts;
}

/** The present colour of several people with its reasons, from their facts and the state of the feeds: two queries. */
export async function currentStatus(
  services: Services,
  persons: readonly Person[],
): Promise<Map<string, Status>> {
  const now = services.clock.now();
  const { riskRules: rules, feedRules, colours } = services;
  const [facts, states] = await Promise.all([factsOf(persons, now), feedStates(services)]);
  const feeds = judgeFeeds(states, feedRules, now);

  return new Map(
    persons.map(({ id, identityIndex }) => {
      const byFacts = judgeFacts({
        facts: facts.get(identityIndex) ?? [],
        rules,
        feedRules,
        colours,
        now,
        zone: services.config.brand.zone,
      });

      return [id, { ...withFeeds(byFacts, feeds, colours), byFacts }];
    }),
  );
}
