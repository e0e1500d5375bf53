import { visitAnswer, visitRequest } from '@anxing/contract/visits';

import { registerVisit } from '../commands/registerVisit';
import { presentVisit } from '../presenters/visit';
import { codeHolder } from '../web/access';
import { allowances, defineRoute, type Route } from '../web/route';

const register = defineRoute({
  method: 'post',
  path: '/visits',
  summary: 'Check in at a poster, or leave',
  isBusy: true,
  access: codeHolder,
  personalData: 'own',
  limit: allowances.writing,
  body: visitRequest,
  answer: visitAnswer,
  async handle({ services, origin, caller, input, now }) {
    const { person } = caller;
    const { passage, place } = await registerVisit({ services, origin, person, now }, input);

    return presentVisit(services, person, passage, place.point);
  },
});

export const visitRoutes: Route[] = [register];
