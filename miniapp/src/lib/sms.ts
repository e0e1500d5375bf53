import type { SmsCodeAnswer, SmsCodeRequest } from '@anxing/contract/sessions';

import { deviceName } from './device';
import { request } from './request';

/** Sends a code to a phone. @throws ApiError */
export async function sendSmsCode(phone: string): Promise<SmsCodeAnswer> {
  const wish: SmsCodeRequest = { phone, device: await deviceName() };

  return request<SmsCodeAnswer>('POST', 'sms-codes', wish);
}
