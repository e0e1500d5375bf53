import { limits } from '@anxing/contract/limits';
import { smsCodeAnswer, smsCodeRequest } from '@anxing/contract/sessions';

import { sendSmsCode } from '../commands/sendSmsCode';
import { anyone } from '../web/access';
import { allowances, defineRoute, type Route } from '../web/route';

const send = defineRoute({
  method: 'post',
  path: '/sms-codes',
  summary: 'Send a code to a phone',
  access: anyone,
  personalData: 'none',
  limit: allowances.proving,
  body: smsCodeRequest,
  answer: smsCodeAnswer,
  async handle({ services, origin, input }) {
    await sendSmsCode(services, origin, input);

    return { expiresIn: limits.smsCodeMinutes * 60, resendAfter: limits.smsResendSeconds };
  },
});

export const smsCodeRoutes: Route[] = [send];
