import type { z } from 'zod';

import type { phoneRequest } from '@anxing/contract/me';
import { isPhone } from '@anxing/contract/phone';

import { AppError } from '../base/errors';
import { writeAs, type Origin, type Services } from '../context';
import { Account } from '../models/account';
import { lockOne } from '../models/auditedModel';
import { Person } from '../models/person';
import { sealField } from '../privacy/sealedFields';
import type { Scene } from '../storage/scene';
import { accepted } from './platformAnswer';
import { proveSmsCode } from './proveSmsCode';

type PhoneInput = z.output<typeof phoneRequest>;

/** Whatever a platform calls a phone, a code must be able to reach it. */
function checkForm({ phone }: { phone: string }): string {
  if (!isPhone(phone)) {
    throw new AppError('sign_in_failed');
  }

  return phone;
}

async function provenPhone(services: Services, origin: Origin, input: PhoneInput): Promise<string> {
  switch (input.grant) {
    case 'sms':
      await proveSmsCode(services, origin, input.phone, input.code);

      return input.phone;
    case 'wechat':
      return checkForm(accepted(await services.providers.wechat.phoneNumber(input.code)));
    default:
      return checkForm(accepted(await services.providers.alipay.phoneNumber(input.response)));
  }
}

async function store(services: Services, scene: Scene, accountId: string, phone: string): Promise<void> {
  const account = await lockOne(Account, scene, { id: accountId });
  if (!account) {
    throw new AppError('not_found');
  }
  account.phone = sealField(services.vault, 'accounts', 'phone', account.id, phone);
  account.phoneIndex = services.index.phone(phone);
  await account.saveBy(scene);
  const person = await lockOne(Person, scene, { id: account.personId ?? '' });
  if (person) {
    person.phone = sealField(services.vault, 'persons', 'phone', person.id, phone);
    await person.saveBy(scene);
  }
}

/**
 * L1 for those who came through WeChat or Alipay, and their new number later. The phone is kept with the account and
 * joins nothing: two accounts become one person only by a proof of identity in each.
 * @throws conflict for an account that is a phone itself, sms_code_wrong, sign_in_failed
 */
export async function setPhone(
  services: Services,
  origin: Origin,
  account: Account,
  input: PhoneInput,
): Promise<void> {
  if (account.kind === 'phone') {
    throw new AppError('conflict');
  }
  const phone = await provenPhone(services, origin, input);
  await writeAs(services, origin, (scene) => store(services, scene, account.id, phone));
}
