import type { SmsCodeAnswer, SmsCodeRequest } from '@anxing/contract/sessions';

import { request } from './request';

/** Sends a code to a phone. @throws ApiError */
export function sendSmsCode(phone: string): Promise<SmsCodeAnswer> {
  return request<SmsCodeAnswer>('POST', 'sms-codes', { phone } satisfies SmsCodeRequest);
}
