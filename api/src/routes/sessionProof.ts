import { limits } from '@anxing/contract/limits';
import { proofCodeAnswer, proofRequest } from '@anxing/contract/sessions';

import { proveSession, sendProofCode } from '../commands/proveSession';
import { maskPhone } from '../presenters/mask';
import { anyStaff } from '../web/access';
import { allowances, defineRoute, type Route } from '../web/route';

const send = defineRoute({
  method: 'post',
  path: '/sessions/current/proof-code',
  summary: 'Send a code to the own phone, which proves who is signed in',
  access: anyStaff,
  personalData: 'masked',
  limit: allowances.proving,
  answer: proofCodeAnswer,
  async handle({ services, origin, caller }) {
    const phone = await sendProofCode(services, origin, caller.staff);

    return {
      expiresIn: limits.smsCodeMinutes * 60,
      resendAfter: limits.smsResendSeconds,
      phone: maskPhone(phone),
    };
  },
});

const prove = defineRoute({
  method: 'post',
  path: '/sessions/current/proof',
  summary: 'Prove by the code who is signed in: whoever takes part in a change needs it, for twelve hours',
  access: anyStaff,
  personalData: 'none',
  limit: allowances.proving,
  body: proofRequest,
  handle: ({ services, origin, caller, input }) => proveSession(services, origin, caller, input.code),
});

export const sessionProofRoutes: Route[] = [send, prove];
