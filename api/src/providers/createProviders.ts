import type { Clock } from '../base/clock';
import { systemClock } from '../base/clock';
import { StartRefused } from '../base/errors';
import type { Alipay } from './alipay/alipay';
import { LiveAlipay } from './alipay/live';
import { offAlipay } from './alipay/off';
import { AlipayStandIn } from './alipay/standIn';
import type { Identity } from './identity/identity';
import { LiveIdentity } from './identity/live';
import { IdentityStandIn } from './identity/standIn';
import { LiveNational } from './national/live';
import type { National } from './national/national';
import { offNational } from './national/off';
import { NationalStandIn } from './national/standIn';
import { LiveOcr } from './ocr/live';
import type { Ocr } from './ocr/ocr';
import { offOcr } from './ocr/off';
import { TesseractOcr } from './ocr/standIn';
import { requiredVariables, type ProviderName, type ProviderSettings } from './settings';
import { LiveSms } from './sms/live';
import type { Sms } from './sms/sms';
import { SmsStandIn } from './sms/standIn';
import { LiveWechat } from './wechat/live';
import { offWechat } from './wechat/off';
import { WechatStandIn } from './wechat/standIn';
import type { Wechat } from './wechat/wechat';

const defaultTimeoutMs = 5000;

/** The stand-ins in use, for demo and tests to tell them how to behave; empty in production. */
export interface StandIns {
  wechat?: WechatStandIn;
  alipay?: AlipayStandIn;
  sms?: SmsStandIn;
  identity?: IdentityStandIn;
  national?: NationalStandIn;
  ocr?: TesseractOcr;
}

export interface Providers {
  wechat: Wechat;
  alipay: Alipay;
  sms: Sms;
  identity: Identity;
  national: National;
  ocr: Ocr;
  standIns: StandIns;
}

/**
 * Picks a live client or a stand-in for each outside system.
 * @throws StartRefused in production for every system without real settings or with a plain http address, and
 *   anywhere for a key that cannot be read
 */
export function createProviders(settings: ProviderSettings, clock: Clock = systemClock): Providers {
  if (settings.mode === 'production') {
    refuseUnsafe(settings);
  }

  const timeoutMs = settings.timeoutMs ?? defaultTimeoutMs;
  const standIns = createStandIns(settings, clock, timeoutMs);

  return {
    wechat: standIns.wechat ?? createWechat(settings, clock, timeoutMs),
    alipay: standIns.alipay ?? createAlipay(settings, clock, timeoutMs),
    sms: standIns.sms ?? new LiveSms(real(settings.sms), clock, timeoutMs),
    identity: standIns.identity ?? new LiveIdentity(real(settings.identity), clock, timeoutMs),
    national: standIns.national ?? createNational(settings, clock, timeoutMs),
    ocr: standIns.ocr ?? createOcr(settings, timeoutMs),
    standIns,
  };
}

function createStandIns(settings: ProviderSettings, clock: Clock, timeoutMs: number): StandIns {
  return {
    ...(settings.wechat === 'stand-in' && { wechat: new WechatStandIn(timeoutMs) }),
    ...(settings.alipay === 'stand-in' && { alipay: new AlipayStandIn(timeoutMs) }),
    ...(settings.sms === 'stand-in' && { sms: new SmsStandIn(timeoutMs) }),
    ...(settings.identity === 'stand-in' && { identity: new IdentityStandIn(timeoutMs) }),
    ...(settings.national === 'stand-in' && { national: new NationalStandIn(clock, timeoutMs) }),
    ...(settings.ocr === 'stand-in' && { ocr: new TesseractOcr(timeoutMs) }),
  };
}

function createWechat({ wechat }: ProviderSettings, clock: Clock, timeoutMs: number): Wechat {
  return wechat === 'off' ? offWechat : new LiveWechat(real(wechat), clock, timeoutMs);
}

function createAlipay({ alipay }: ProviderSettings, clock: Clock, timeoutMs: number): Alipay {
  return alipay === 'off' ? offAlipay : new LiveAlipay(real(alipay), clock, timeoutMs);
}

function createNational({ national }: ProviderSettings, clock: Clock, timeoutMs: number): National {
  return national === 'off' ? offNational : new LiveNational(real(national), clock, timeoutMs);
}

function createOcr({ ocr = 'off' }: ProviderSettings, timeoutMs: number): Ocr {
  return ocr === 'off' ? offOcr : new LiveOcr(real(ocr), timeoutMs);
}

/** Narrows a setting after its stand-in was made. */
function real<T extends object>(setting: T | 'stand-in'): T {
  if (setting === 'stand-in') {
    throw new TypeError('A stand-in has no settings');
  }

  return setting;
}

/** A stand-in in production would let anybody in under any name. */
function refuseUnsafe(settings: ProviderSettings): void {
  const names = Object.keys(requiredVariables) as ProviderName[];
  const faults = names.flatMap((name) => {
    const { [name]: setting = 'off' } = settings;

    if (setting === 'stand-in') {
      return [
        `${requiredVariables[name].join(', ')} 必须设置 / must be set: ${name} has no stand-in in production`,
      ];
    }

    const isPlain = setting !== 'off' && setting.url !== undefined && !setting.url.startsWith('https://');

    return isPlain ? [`ANXING_${name.toUpperCase()}_URL 必须使用 https / must be https`] : [];
  });

  if (faults.length > 0) {
    throw new StartRefused(`外部系统的设置不完整 / Outside systems refused:\n  ${faults.join('\n  ')}`);
  }
}
