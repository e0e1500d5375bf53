import { claimRequest, personalCode } from '@anxing/contract/me';

import { claimCode } from '../commands/claimCode';
import { refreshStatus } from '../commands/refreshStatus';
import { numberOfToday } from '../commands/renewNumber';
import type { Services } from '../context';
import type { Person } from '../models/person';
import { presentPersonalCode } from '../presenters/personalCode';
import { codeHolder, verifiedPerson } from '../web/access';
import { allowances, defineRoute, type Route } from '../web/route';

async function shown(services: Services, person: Person, now: number) {
  const [number, status] = await Promise.all([
    numberOfToday(services, person),
    refreshStatus(services, person),
  ]);

  return { person, number, status, now };
}

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
    return presentPersonalCode(services, await shown(services, person, now));
  },
});

const renew = defineRoute({
  method: 'post',
  path: '/me/code/renewals',
  summary: 'The own code, another one than before: a gate opens once for each',
  access: codeHolder,
  personalData: 'own',
  limit: allowances.reading,
  answer: personalCode,
  async handle({ services, caller: { person }, now }) {
    return presentPersonalCode(services, { ...(await shown(services, person, now)), isRenewed: true });
  },
});

export const codeRoutes: Route[] = [claim, show, renew];
