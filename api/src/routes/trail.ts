import { z } from 'zod';

import { pageOf, paging } from '@anxing/contract/fields';
import { trailItem } from '@anxing/contract/me';

import { cutInstantPage, readInstantCursor } from '../base/paging';
import { ownPassages } from '../passages/ownPassages';
import { presentTrail } from '../presenters/trail';
import { verifiedPerson } from '../web/access';
import { allowances, defineRoute, type Route } from '../web/route';

const dayMs = 86_400_000;

const list = defineRoute({
  method: 'get',
  path: '/me/passages',
  summary: 'Where I was: own visits and checks within the retention period, newest first',
  access: verifiedPerson,
  personalData: 'own',
  limit: allowances.reading,
  query: z.strictObject(paging),
  answer: pageOf(trailItem),
  async handle({ services, caller, query: { cursor, limit }, now }) {
    const { zone } = services.config.brand;
    const since = now - services.config.retention.passageDays * dayMs;
    const scope = { personId: caller.person.id };
    const after = readInstantCursor(scope, cursor);
    const rows = await ownPassages(services.database, zone, scope.personId, since, limit + 1, after);
    const { items, next } = cutInstantPage(rows, limit, scope);

    return { items: await presentTrail(services, items), next };
  },
});

export const trailRoutes: Route[] = [list];
