import { ownReasons } from '@anxing/contract/reasons';

import { refreshStatus } from '../commands/refreshStatus';
import { presentOwnReasons } from '../presenters/ownReasons';
import { reasonDetails } from '../status/reasonDetails';
import { codeHolder } from '../web/access';
import { allowances, defineRoute, type Route } from '../web/route';

const show = defineRoute({
  method: 'get',
  path: '/me/reasons',
  summary: 'Why the own code has its colour: rule, record, source, until when, what to do, where to appeal',
  access: codeHolder,
  personalData: 'own',
  limit: allowances.reading,
  answer: ownReasons,
  async handle({ services, caller: { person }, now }) {
    const status = await refreshStatus(services, person);

    return presentOwnReasons(services, status, await reasonDetails(services, person, now), now);
  },
});

export const ownReasonRoutes: Route[] = [show];
