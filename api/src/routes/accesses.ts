import { z } from 'zod';

import { pageOf, paging } from '@anxing/contract/fields';
import { accessItem } from '@anxing/contract/me';

import { cutInstantPage, readInstantCursor } from '../base/paging';
import { presentAccesses } from '../presenters/access';
import { readLooks } from '../privacy/readLooks';
import { verifiedPerson } from '../web/access';
import { allowances, defineRoute, type Route } from '../web/route';

const list = defineRoute({
  method: 'get',
  path: '/me/accesses',
  summary: 'Who looked at my data, when and why',
  access: verifiedPerson,
  personalData: 'own',
  limit: allowances.reading,
  query: z.strictObject(paging),
  answer: pageOf(accessItem),
  async handle({ services, caller, query: { cursor, limit } }) {
    const scope = { personId: caller.person.id };
    const after = readInstantCursor(scope, cursor);
    const looks = await readLooks(services.database, scope.personId, limit + 1, after);
    const { items, next } = cutInstantPage(looks, limit, scope);

    return { items: await presentAccesses(items), next };
  },
});

export const accessRoutes: Route[] = [list];
