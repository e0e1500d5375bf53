import { randomInt } from 'node:crypto';

import { limits } from '@anxing/contract/limits';

import { addressBlock } from '../base/addressBlock';
import { AppError } from '../base/errors';
import { newId } from '../base/ids';
import { writeAs, type Origin, type Services } from '../context';
import { createBy } from '../models/auditedModel';
import { SmsCode } from '../models/smsCode';

const perPhone = { points: limits.smsPerPhonePerDay, seconds: 86_400 };
const perMinute = { points: 1, seconds: limits.smsResendSeconds };
const perAddress = { points: 1_000, seconds: 3_600 };

function newCode(services: Services, phone: string): string {
  const preset = services.providers.standIns.sms?.presetCode(phone);

  return preset ?? String(randomInt(10 ** limits.smsCodeLength)).padStart(limits.smsCodeLength, '0');
}

/** Kept before it is sent: a message whose answer was lost may arrive all the same. */
function keepCode(services: Services, origin: Origin, phone: string, code: string): Promise<SmsCode> {
  return writeAs(services, origin, (scene) =>
    createBy(SmsCode, scene, {
      id: newId(scene.now),
      phoneIndex: services.index.phone(phone),
      codeHash: services.index.smsCode(phone, code),
      attempts: 0,
      expiresAt: scene.now + limits.smsCodeMinutes * 60_000,
      createdAt: scene.now,
    }),
  );
}

/**
 * Sends a code to a phone; whether anybody has an account with it makes no difference.
 * @throws too_many_requests: one a minute, ten a day, and a bound per address
 */
export async function sendSmsCode(services: Services, origin: Origin, phone: string): Promise<void> {
  const phoneIndex = services.index.phone(phone);
  await services.limiter.consume('sms address', addressBlock(origin.ip ?? ''), perAddress);
  await services.limiter.consume('sms minute', phoneIndex, perMinute);
  await services.limiter.consume('sms day', phoneIndex, perPhone);
  const code = newCode(services, phone);
  const kept = await keepCode(services, origin, phone, code);
  const sent = await services.providers.sms.send(phone, 'code', [code, String(limits.smsCodeMinutes)]);
  if (!sent.ok) {
    // Refused for certain: the code that was sent before is the newest again.
    await writeAs(services, origin, (scene) => kept.destroyBy(scene));
    throw new AppError(sent.reason === 'tooFrequent' ? 'too_many_requests' : 'unavailable', {
      retryAfter: 60,
    });
  }
}
