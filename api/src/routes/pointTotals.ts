import { Op, type WhereOptions } from 'sequelize';

import { pointFilter, pointTotals } from '@anxing/contract/points';

import { Point } from '../models/point';
import { staffWho } from '../web/access';
import { allowances, defineRoute, type Route } from '../web/route';
import { pointConditions } from './pointFilter';

const totals = defineRoute({
  method: 'get',
  path: '/unit/points/totals',
  summary: 'How many service points match a filter; how many are open, and how many of those lack a poster',
  access: staffWho('readFlow'),
  personalData: 'none',
  limit: allowances.reading,
  query: pointFilter,
  answer: pointTotals,
  async handle({ services, caller, query }) {
    const matching = await pointConditions(services, caller, query);
    const missing = await pointConditions(services, caller, { poster: 'missing' });
    const count = (...more: WhereOptions[]) => Point.count({ where: { [Op.and]: [matching, ...more] } });

    return { points: await count(), open: await count({ active: true }), missing: await count(missing) };
  },
});

/** Before the route of one point, whose id could be called so. */
export const pointTotalRoutes: Route[] = [totals];
