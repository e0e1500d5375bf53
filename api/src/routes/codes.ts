import { claimRequest, personalCode } from '@anxing/contract/me';

import { claimCode } from '../commands/claimCode';
import { refreshStatus } from '../commands/refreshStatus';
import { numberOfToday } from '../commands/renewNumber';
import { presentPersonalCode } from '../presenters/personalCode';
import { codeHolder, verifiedPerson } from '../web/access';
import { allowances, defineRoute, type Route } from '../web/route';

const claim = defineRoute({
  method: 'post',
  path: '/me/code',
  summary: 'Claim the own code',
  access: verifiedPerson,
  personalData: 'own',
  limit: allowances.writing,
  body: claimRequest,
  answer: personalCode,
  async handle({ services, origin, caller, input, now }) {
    // Before the claim: the first colour is news to nobody.
    await refreshStatus(services, caller.person);
    const claimed = await claimCode(services, origin, caller.person.id, input);
    // Where somebody claims to be may stand at a level.
    const status = await refreshStatus(services, claimed);
    const number = await numberOfToday(services, claimed);

    return presentPersonalCode(services, { person: claimed, number, status, now });
  },
});

const show = defineRoute({
  method: 'get',
  path: '/me/code',
  summary: 'The own code, good for 60 seconds',
  isBusy: true,
  access: codeHolder,
  personalData: 'own',
  limit: allowances.reading,
  answer: personalCode,
  async handle({ services, caller: { person }, now }) {
    const [number, status] = await Promise.all([
      numberOfToday(services, person),
      refreshStatus(services, person),
    ]);

    return presentPersonalCode(services, { person, number, status, now });
  },
});

export const codeRoutes: Route[] = [claim, show];
