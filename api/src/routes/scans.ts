import { scanAnswer, scanRequest } from '@anxing/contract/scans';

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
    const { object, person, passage, place, past } = await checkPerson(
      { services, origin, by: { kind: 'staff', id: staff.id }, unit, point, now },
      input,
    );

    return presentScan(services, object, person, passage, place.point, past);
  },
});

export const scanRoutes: Route[] = [check];
