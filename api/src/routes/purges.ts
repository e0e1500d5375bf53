import { z } from 'zod';

import { day, pageOf, paging } from '@anxing/contract/fields';
import { purgeProof } from '@anxing/contract/purges';

import { cutPage, readCursor } from '../base/paging';
import { purgeProofs } from '../jobs/purgeProofs';
import { staffWho } from '../web/access';
import { allowances, defineRoute, type Route } from '../web/route';

const listKey = z.tuple([day]);

const list = defineRoute({
  method: 'get',
  path: '/operator/audit/purges',
  summary: 'Days of passages that were dropped when their time was over, with the proof of it',
  access: staffWho('readAudit'),
  personalData: 'none',
  limit: allowances.reading,
  query: z.strictObject(paging),
  answer: pageOf(purgeProof),
  async handle({ services, query: { cursor, limit } }) {
    const [before] = readCursor({}, cursor, listKey) ?? [];
    const proofs = await purgeProofs(services.database, limit + 1, before);

    return cutPage(proofs, limit, {}, ({ day: last }) => [last]);
  },
});

export const purgeRoutes: Route[] = [list];
