import { flow } from '@anxing/contract/points';
import { Op } from 'sequelize';

import { flowToday } from '../flow/flowToday';
import { Point } from '../models/point';
import { presentFlow } from '../presenters/flow';
import { staffWho } from '../web/access';
import { allowances, defineRoute, type Route } from '../web/route';
import { pointsInSight } from './pointsInSight';

const show = defineRoute({
  method: 'get',
  path: '/unit/flow',
  summary: 'Today in and out and who is inside now, per open point',
  access: staffWho('readFlow'),
  personalData: 'none',
  limit: allowances.reading,
  answer: flow,
  async handle({ services, caller, now }) {
    const { database, config } = services;
    const all = await Point.findAll({ where: { unitId: caller.unit.id } });
    const inSight = await Point.findAll({
      where: { [Op.and]: [await pointsInSight(caller), { active: true }] },
      order: ['id'],
    });
    const flows = await flowToday(database, all, config.brand.zone, now);

    return { items: inSight.map((point) => presentFlow(point, flows.get(point.id))), at: now };
  },
});

export const flowRoutes: Route[] = [show];
