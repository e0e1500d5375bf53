import { randomInt } from 'node:crypto';

import { limits } from '@anxing/contract/limits';

import { addressBlock } from '../base/addressBlock';
import { AppError } from '../base/errors';
import { newId } from '../base/ids';
import { writeAs, type Origin, type Services } from '../context';
import { createBy } from '../models/auditedModel';
import { SmsCode } from '../models/smsCode';

const daySeconds = 86_400;
const perPhone = { points: limits.smsPerPhonePerDay, seconds: daySeconds };
const perMinute = { points: 1, seconds: limits.smsResendSeconds };
const perDevice = { points: limits.smsPhonesPerDevicePerDay, seconds: daySeconds };
const perPhoneOfDevice = { points: 1, seconds: daySeconds };
const perAddress = { points: limits.smsPerAddressPerHour, seconds: 3_600 };
const withoutDevice = { points: limits.smsWithoutDevicePerHour, seconds: 3_600 };

export interface SmsCodeWish {
  phone: string;
  /** What the client says its device is called; it may say what it likes. */
  device?: string | undefined;
}

/** What a code is for: it is worth nothing for anything else. */
export type SmsPurpose = 'signIn' | 'staffProof';

/** Under which the codes for a phone are kept, apart for each purpose. */
export function smsIndexOf({ index }: Services, phone: string, purpose: SmsPurpose): string {
  return purpose === 'signIn' ? index.phone(phone) : index.staffProof(phone);
}

function newCode(services: Services, phone: string): string {
  const preset = services.providers.standIns.sms?.presetCode(phone);

  return preset ?? String(randomInt(10 ** limits.smsCodeLength)).padStart(limits.smsCodeLength, '0');
}

/** Kept before it is sent: a message whose answer was lost may arrive all the same. */
function keepCode(
  services: Services,
  origin: Origin,
  { phone, code, purpose }: { phone: string; code: string; purpose: SmsPurpose },
): Promise<SmsCode> {
  return writeAs(services, origin, (scene) =>
    createBy(SmsCode, scene, {
      id: newId(scene.now),
      phoneIndex: smsIndexOf(services, phone, purpose),
      codeHash: services.index.smsCode(phone, code),
      attempts: 0,
      expiresAt: scene.now + limits.smsCodeMinutes * 60_000,
      createdAt: scene.now,
    }),
  );
}

/** Of a device its phones are counted: who asks once more for the same one is bounded by that phone. */
async function countForDevice({ limiter }: Services, device: string, phoneIndex: string): Promise<void> {
  const pair = `${device} ${phoneIndex}`;
  if (await limiter.isUsedUp('sms phone of device', pair, perPhoneOfDevice)) {
    return;
  }
  await limiter.consume('sms device', device, perDevice);
  await limiter.consume('sms phone of device', pair, perPhoneOfDevice);
}

/** @throws too_many_requests */
async function useAllowances(
  services: Services,
  origin: Origin,
  phoneIndex: string,
  device: string | undefined,
): Promise<void> {
  const { limiter } = services;
  const address = addressBlock(origin.ip ?? '');
  await limiter.consume('sms address', address, perAddress);
  if (device === undefined) {
    await limiter.consume('sms without device', address, withoutDevice);
  } else {
    await countForDevice(services, device, phoneIndex);
  }
  await limiter.consume('sms minute', phoneIndex, perMinute);
  await limiter.consume('sms day', phoneIndex, perPhone);
}

/**
 * Sends a code to a phone; whether anybody has an account with it makes no difference.
 * @throws too_many_requests: one a minute and ten a day for a phone, ten phones a day for a device, bounds per address
 */
export async function sendSmsCode(
  services: Services,
  origin: Origin,
  { phone, device }: SmsCodeWish,
  purpose: SmsPurpose = 'signIn',
): Promise<void> {
  await useAllowances(services, origin, services.index.phone(phone), device);
  const code = newCode(services, phone);
  const kept = await keepCode(services, origin, { phone, code, purpose });
  const sent = await services.providers.sms.send(phone, 'code', [code, String(limits.smsCodeMinutes)]);
  if (!sent.ok) {
    // Refused for certain: the code that was sent before is the newest again.
    await writeAs(services, origin, (scene) => kept.destroyBy(scene));
    throw new AppError(sent.reason === 'tooFrequent' ? 'too_many_requests' : 'unavailable', {
      retryAfter: 60,
    });
  }
}
