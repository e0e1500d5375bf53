import { nationalCodeRequest, ownNationalCode } from '@anxing/contract/nationalCode';

import { askNational } from '../commands/national/askNational';
import { mergeNationalCode } from '../commands/national/mergeNationalCode';
import { presentNationalCode } from '../presenters/nationalCode';
import { verifiedPerson } from '../web/access';
import { allowances, defineRoute, type Route } from '../web/route';

const read = defineRoute({
  method: 'get',
  path: '/me/national-code',
  summary: 'How another province sees me; the national platform is asked by itself now and then',
  access: verifiedPerson,
  personalData: 'own',
  limit: allowances.reading,
  answer: ownNationalCode,
  async handle({ services, origin, caller, now }) {
    return presentNationalCode(services, await askNational(services, origin, caller.person), now);
  },
});

const merge = defineRoute({
  method: 'post',
  path: '/me/national-code',
  summary: 'Merge the national code, or another province’s, into the own code',
  access: verifiedPerson,
  personalData: 'own',
  limit: allowances.proving,
  body: nationalCodeRequest,
  answer: ownNationalCode,
  async handle({ services, origin, caller, input, now }) {
    const row = await mergeNationalCode(services, origin, caller.person, input.content);

    return presentNationalCode(services, row, now);
  },
});

export const nationalCodeRoutes: Route[] = [read, merge];
