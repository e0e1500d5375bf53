import { lateScanAnswers, lateScans } from '@anxing/contract/scans';

import { pointOfStaffAt } from '../commands/duties/pointOfStaffAt';
import { takeLateScans } from '../commands/scans/takeLateScans';
import { staffWho } from '../web/access';
import { allowances, defineRoute, type Route } from '../web/route';
import { standingPoint } from './standingPoint';

const take = defineRoute({
  method: 'post',
  path: '/scans/late',
  summary: 'Checks that were decided without network, up to three days ago; each is taken once',
  access: staffWho('checkPeople'),
  personalData: 'none',
  limit: allowances.door,
  body: lateScans,
  answer: lateScanAnswers,
  async handle({ services, origin, caller, input: { pointId, items }, now }) {
    const { staff, unit } = caller;
    const point = await standingPoint(services, caller, pointId);
    const by = { kind: 'staff', id: staff.id } as const;
    const pointAt = pointOfStaffAt(services, staff.id, point);

    return { items: await takeLateScans({ services, origin, by, unit, point, now }, items, pointAt) };
  },
});

export const scanLateRoutes: Route[] = [take];
