import { AppError } from '../../../api/src/base/errors';
import type { Services } from '../../../api/src/context';
import type { Person } from '../../../api/src/models/person';
import { withFeeds } from '../../../api/src/risk/assess';
import { judgeFacts, type FactsVerdict } from '../../../api/src/risk/judgeFacts';
import { judgeFeeds } from '../../../api/src/risk/judgeFeeds';
import { readFacts } from '../../../api/src/status/storedFacts';

/** What the facts say, read for each request. Nothing changes a colour while the bench runs. */
export async function byFactsOf(services: Services, person: Person, now: number): Promise<FactsVerdict> {
  const { riskRules: rules, feedRules, colours, config } = services;
  const subjects = [person.identityIndex];
  const facts = await readFacts(services.database, services.database, { subjects, openAt: now });
  const { zone } = config.brand;
  const own = facts.get(person.identityIndex) ?? [];
  const byFacts = judgeFacts({ facts: own, rules, feedRules, colours, now, zone });
  if (person.colour !== byFacts.colour || person.ruleVersion !== rules.version) {
    throw new AppError('internal', { cause: new Error('a colour changed while the bench ran') });
  }

  return byFacts;
}

/** The colour of now, from facts and feeds read for each request. */
export async function colourOf(services: Services, person: Person, now: number): Promise<string> {
  const { feedRules, colours } = services;
  const byFacts = await byFactsOf(services, person, now);
  const delivered = await services.database.select(
    'SELECT source, MAX(as_of) AS delivered FROM feed_batches WHERE in_force_at IS NOT NULL GROUP BY source',
  );
  const states = delivered.map((row) => ({
    source: String(row.source),
    lastDeliveredAt: Number(row.delivered),
  }));

  return withFeeds(byFacts, judgeFeeds(states, feedRules, now), colours).colour;
}
