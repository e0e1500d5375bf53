import { scanAnswer, scanRequest } from '@anxing/contract/visits';

import { checkPerson } from '../commands/checkPerson';
import { presentScan } from '../presenters/scan';
import { staffWho } from '../web/access';
import { allowances, defineRoute, type Route } from '../web/route';
import { standingPoint } from './standingPoint';

const check = defineRoute({
  method: 'post',
  path: '/scans',
  summary: 'Check the person at the door by code or by the 12-digit number',
  isBusy: true,
  access: staffWho('checkPeople'),
  personalData: 'masked',
  limit: allowances.door,
  body: scanRequest,
  answer: scanAnswer,
  async handle({ services, origin, caller, input, now }) {
    const { staff, unit } = caller;
    const point = await standingPoint(services, caller, input.pointId);
    const { object, person, passage, place } = await checkPerson(
      { services, origin, staff, unit, point, now },
      input,
    );

    return presentScan(services, object, person, passage, place.point);
  },
});

export const scanRoutes: Route[] = [check];
