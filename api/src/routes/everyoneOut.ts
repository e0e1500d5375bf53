import { emptied } from '@anxing/contract/flow';

import { emptyPoint } from '../commands/emptyPoint';
import { staffWho } from '../web/access';
import { byId } from '../web/params';
import { allowances, defineRoute, type Route } from '../web/route';
import { seenPoint } from './seenPoint';

const everyoneOut = defineRoute({
  method: 'post',
  path: '/unit/points/{id}/everyone-out',
  summary:
    'Everybody inside a point and those below it is taken to have left: a place is cleared, a vehicle’s trip ends',
  access: staffWho('manageFlow'),
  personalData: 'none',
  limit: allowances.writing,
  params: byId,
  answer: emptied,
  async handle({ services, origin, caller, params }) {
    const point = await seenPoint(services, caller, params.id);

    return { left: await emptyPoint(services, origin, point) };
  },
});

export const everyoneOutRoutes: Route[] = [everyoneOut];
