import { ownUnit } from '@anxing/contract/units';

import { presentOwnStaff } from '../presenters/staff';
import { presentUnit } from '../presenters/unit';
import { anyStaff } from '../web/access';
import { allowances, defineRoute, type Route } from '../web/route';

const show = defineRoute({
  method: 'get',
  path: '/unit',
  summary: 'The own unit, who is signed in and what he may do',
  access: anyStaff,
  personalData: 'own',
  limit: allowances.reading,
  answer: ownUnit,
  async handle({ services, caller }) {
    const { staff, unit, abilities } = caller;

    return {
      unit: await presentUnit(services, unit),
      staff: presentOwnStaff(services, staff),
      abilities,
    };
  },
});

export const unitRoutes: Route[] = [show];
