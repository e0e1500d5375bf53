import { sealMatches } from '@anxing/contract/feeds';

import { AppError } from '../base/errors';
import { targetOf } from '../commands/feeds/feedTables';
import { sealMatchesOf } from '../status/sealMatches';
import { staffWho } from '../web/access';
import { allowances, defineRoute, type Route } from '../web/route';
import { byBatch, findBatch } from './feedBatches';

const show = defineRoute({
  method: 'get',
  path: '/operator/feeds/{source}/batches/{id}/matches',
  summary: 'Of a list of sealed communities: how many people were found for each, and for which nobody was',
  access: staffWho('readRisk'),
  personalData: 'none',
  limit: allowances.reading,
  params: byBatch,
  answer: sealMatches,
  async handle({ services, params }) {
    const batch = await findBatch(params.source, params.id);
    if (targetOf(services.feedRules, batch) !== 'seals') {
      throw new AppError('not_found');
    }

    return sealMatchesOf(services.database, batch);
  },
});

export const sealMatchRoutes: Route[] = [show];
