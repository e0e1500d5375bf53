import {
  consentRequest,
  faceResult,
  faceTicket,
  identityRequest,
  me,
  phoneRequest,
} from '@anxing/contract/me';

import { finishFaceCheck, startFaceCheck } from '../commands/checkFace';
import { giveConsent } from '../commands/giveConsent';
import { setPhone } from '../commands/setPhone';
import { verifyIdentity } from '../commands/verifyIdentity';
import { Consent } from '../models/consent';
import { Message } from '../models/message';
import { presentMe } from '../presenters/me';
import { resident } from '../web/access';
import { clientKindOf } from '../web/cookies';
import { allowances, defineRoute, type Route } from '../web/route';

const read = defineRoute({
  method: 'get',
  path: '/me',
  summary: 'The own account: level, consents, unread messages',
  access: resident,
  personalData: 'own',
  limit: allowances.reading,
  answer: me,
  async handle({ services, caller }) {
    const { account, person } = caller;
    const consents = await Consent.findAll({ where: { accountId: account.id } });
    const unreadMessages = person ? await Message.count({ where: { personId: person.id, readAt: null } }) : 0;

    return presentMe(services, { account, person, consents, unreadMessages });
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
  handle: ({ services, origin, caller, input }) => setPhone(services, origin, caller.account.id, input),
});

const identity = defineRoute({
  method: 'put',
  path: '/me/identity',
  summary: 'L2 and L3: name and document number, checked and matched',
  access: resident,
  personalData: 'own',
  limit: allowances.proving,
  body: identityRequest,
  handle: ({ services, origin, caller, input }) => verifyIdentity(services, origin, caller, input),
});

const startFace = defineRoute({
  method: 'post',
  path: '/me/identity/face-tickets',
  summary: 'Begin the face check of L4',
  access: resident,
  personalData: 'own',
  limit: allowances.proving,
  answer: faceTicket,
  status: 201,
  handle: ({ services, origin, caller, http }) =>
    startFaceCheck(services, origin, caller.account, clientKindOf(http)),
});

const finishFace = defineRoute({
  method: 'put',
  path: '/me/identity/face',
  summary: 'L4: ask for the result of the face check',
  access: resident,
  personalData: 'own',
  limit: { points: 60, seconds: 60 },
  body: faceResult,
  handle: ({ services, origin, caller, input }) =>
    finishFaceCheck(services, origin, caller.account, input.ticket),
});

export const meRoutes: Route[] = [read, consent, phone, identity, startFace, finishFace];
