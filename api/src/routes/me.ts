import { consentRequest, me, phoneRequest } from '@anxing/contract/me';

import { giveConsent } from '../commands/giveConsent';
import { setPhone } from '../commands/setPhone';
import { tellOfFeeds } from '../commands/tellOfFeeds';
import { presentMe } from '../presenters/me';
import { resident } from '../web/access';
import { allowances, defineRoute, type Route } from '../web/route';

const read = defineRoute({
  method: 'get',
  path: '/me',
  summary: 'The own account: level, consents, unread messages',
  access: resident,
  personalData: 'own',
  limit: allowances.reading,
  answer: me,
  async handle({ services, caller: { account, person } }) {
    if (person) {
      await tellOfFeeds(services, person);
    }

    return presentMe(services, account, person);
  },
});

const consent = defineRoute({
  method: 'post',
  path: '/me/consents',
  summary: 'Agree to the present policy',
  access: resident,
  personalData: 'none',
  limit: allowances.writing,
  body: consentRequest,
  handle: ({ services, origin, caller, input }) => giveConsent(services, origin, caller.account.id, input),
});

const phone = defineRoute({
  method: 'put',
  path: '/me/phone',
  summary: 'L1: the phone of an account that came through WeChat or Alipay',
  access: resident,
  personalData: 'own',
  limit: allowances.proving,
  body: phoneRequest,
  handle: ({ services, origin, caller, input }) => setPhone(services, origin, caller.account, input),
});

export const meRoutes: Route[] = [read, consent, phone];
