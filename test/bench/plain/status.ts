import { Op } from 'sequelize';

import { AppError } from '../../../api/src/base/errors';
import type { Services } from '../../../api/src/context';
import { Fact } from '../../../api/src/models/fact';
import type { Person } from '../../../api/src/models/person';
import { withFeeds } from '../../../api/src/risk/assess';
import { judgeFacts } from '../../../api/src/risk/judgeFacts';
import { judgeFeeds } from '../../../api/src/risk/judgeFeeds';

/** The colour of now, from facts and feeds read for each request. Nothing changes a colour while the bench runs. */
export async function colourOf(services: Services, person: Person, now: number): Promise<string> {
  const { riskRules: rules, feedRules, colours, config } = services;
  const facts = await Fact.findAll({
    where: {
      subjectIndex: person.identityIndex,
      recordedUntil: { [Op.or]: [null, { [Op.gt]: now }] },
    },
  });
  const delivered = await services.database.select(
    'SELECT source, MAX(delivered_at) AS delivered FROM fact_batches GROUP BY source',
  );
  const states = delivered.map((row) => ({
    source: String(row.source),
    lastDeliveredAt: Number(row.delivered),
  }));
  const zone = config.brand.zone;
  const byFacts = judgeFacts({ facts, rules, feedRules, colours, now, zone });
  if (person.colour !== byFacts.colour || person.ruleVersion !== rules.version) {
    throw new AppError('internal', { cause: new Error('a colour changed while the bench ran') });
  }

  return withFeeds(byFacts, judgeFeeds(states, feedRules, now), colours).colour;
}
