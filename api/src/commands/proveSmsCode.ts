import { timingSafeEqual } from 'node:crypto';

import { limits } from '@anxing/contract/limits';

import { addressBlock } from '../base/addressBlock';
import { AppError } from '../base/errors';
import { writeAs, type Origin, type Services } from '../context';
import { SmsCode } from '../models/smsCode';
import type { Scene } from '../storage/scene';
import { smsIndexOf, type SmsPurpose } from './sendSmsCode';

/**
 * Wrong codes for one phone from one address, over all codes that were sent to it. By phone alone, anybody could keep
 * anybody out; the tries per code and the codes per day bound what many addresses can guess together.
 */
const failuresPerPhone = { points: 15, seconds: 3_600 };

function isEqual(one: string, other: string): boolean {
  const [a, b] = [Buffer.from(one), Buffer.from(other)];

  return a.length === b.length && timingSafeEqual(a, b);
}

interface Claim {
  phone: string;
  code: string;
  purpose: SmsPurpose;
}

/** The newest code counts; a wrong try is kept, and the fifth ends it. */
async function tryCode(services: Services, scene: Scene, { phone, code, purpose }: Claim): Promise<boolean> {
  const sent = await SmsCode.findOne({
    where: { phoneIndex: smsIndexOf(services, phone, purpose) },
    order: [['createdAt', 'DESC']],
    transaction: scene.tx,
    lock: scene.tx.LOCK.UPDATE,
  });
  if (
    !sent ||
    sent.usedAt !== null ||
    sent.expiresAt <= scene.now ||
    sent.attempts >= limits.smsAttemptsPerCode
  ) {
    return false;
  }
  const isRight = isEqual(sent.codeHash, services.index.smsCode(phone, code));
  if (isRight) {
    sent.usedAt = scene.now;
  } else {
    sent.attempts += 1;
  }
  await sent.saveBy(scene);

  return isRight;
}

/**
 * Proves that somebody holds a phone. A code works once.
 * @throws sms_code_wrong: wrong, used, expired or never sent, all alike
 */
export async function proveSmsCode(
  services: Services,
  origin: Origin,
  phone: string,
  code: string,
  purpose: SmsPurpose = 'signIn',
): Promise<void> {
  const key = `${services.index.phone(phone)} ${addressBlock(origin.ip ?? '')}`;
  await services.limiter.attempt('sms failures', key, failuresPerPhone, async () => {
    const isPreset = services.providers.standIns.sms?.presetCode(phone) === code;
    const isRight =
      isPreset ||
      (await writeAs(services, origin, (scene) => tryCode(services, scene, { phone, code, purpose })));
    if (!isRight) {
      throw new AppError('sms_code_wrong');
    }
  });
}
