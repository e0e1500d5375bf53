import type { z } from 'zod';

import type { phoneRequest } from '@anxing/contract/me';

import { AppError } from '../base/errors';
import { writeAs, type Origin, type Services } from '../context';
import { Account } from '../models/account';
import { lockOne } from '../models/auditedModel';
import { sealField } from '../privacy/sealedFields';
import { proveSmsCode } from './proveSmsCode';

type PhoneInput = z.output<typeof phoneRequest>;

function fromPlatform(answer: { ok: true; phone: string } | { ok: false; reason: string }): string {
  if (!answer.ok) {
    throw new AppError(answer.reason === 'busy' ? 'unavailable' : 'sign_in_failed', { retryAfter: 5 });
  }

  return answer.phone;
}

async function provenPhone(services: Services, origin: Origin, input: PhoneInput): Promise<string> {
  switch (input.grant) {
    case 'sms':
      await proveSmsCode(services, origin, input.phone, input.code);

      return input.phone;
    case 'wechat':
      return fromPlatform(await services.providers.wechat.phoneNumber(input.code));
    default:
      return fromPlatform(await services.providers.alipay.phoneNumber(input.response));
  }
}

/**
 * L1 for those who came through WeChat or Alipay. The phone is kept with the account; it joins nothing: two accounts
 * become one person only by a proof of identity in each.
 */
export async function setPhone(
  services: Services,
  origin: Origin,
  accountId: string,
  input: PhoneInput,
): Promise<void> {
  const phone = await provenPhone(services, origin, input);
  await writeAs(services, origin, async (scene) => {
    const account = await lockOne(Account, scene, { id: accountId });
    if (!account || account.kind === 'phone') {
      throw new AppError('conflict');
    }
    account.phone = sealField(services.vault, 'accounts', 'phone', account.id, phone);
    account.phoneIndex = services.index.phone(phone);
    await account.saveBy(scene);
  });
}
