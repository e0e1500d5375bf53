import { faceResult, faceTicket, identityRequest } from '@anxing/contract/me';

import { finishFaceCheck } from '../commands/finishFaceCheck';
import { startFaceCheck } from '../commands/startFaceCheck';
import { verifyIdentity } from '../commands/verifyIdentity';
import { resident } from '../web/access';
import { clientKindOf } from '../web/cookies';
import { allowances, defineRoute, type Route } from '../web/route';

const verify = defineRoute({
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
  summary: 'L4: ask for the result of the face check; a person from then on',
  access: resident,
  personalData: 'own',
  // Asked again every few seconds while the check is under way.
  limit: allowances.writing,
  body: faceResult,
  handle: ({ services, origin, caller, input }) =>
    finishFaceCheck(services, origin, caller.account, input.ticket),
});

export const identityRoutes: Route[] = [verify, startFace, finishFace];
