import { z } from 'zod';

import { pageOf, paging } from '@anxing/contract/fields';
import { trailItem } from '@anxing/contract/me';

import { cutInstantPage, readInstantCursor } from '../base/paging';
import { Point } from '../models/point';
import { ownPassages } from '../passages/ownPassages';
import { presentTrailItem } from '../presenters/trailItem';
import { verifiedPerson } from '../web/access';
import { allowances, defineRoute, type Route } from '../web/route';

const dayMs = 86_400_000;

const list = defineRoute({
  method: 'get',
  path: '/me/passages',
  summary: 'Where I was: own visits and checks, newest first',
  access: verifiedPerson,
  personalData: 'own',
  limit: allowances.reading,
  query: z.strictObject(paging),
  answer: pageOf(trailItem),
  async handle({ services, caller, query, now }) {
    const since = now - services.config.retention.passageDays * dayMs;
    const scope = { personId: caller.person.id };
    const after = readInstantCursor(scope, query.cursor);
    const rows = await ownPassages(services.database, scope.personId, since, query.limit + 1, after);
    const { items, next } = cutInstantPage(rows, query.limit, scope);
    const points = await Point.findAll({ where: { id: items.map(({ pointId }) => pointId) } });

    return {
      items: items.map((one) =>
        presentTrailItem(
          one,
          points.find(({ id }) => id === one.pointId),
        ),
      ),
      next,
    };
  },
});

export const trailRoutes: Route[] = [list];
