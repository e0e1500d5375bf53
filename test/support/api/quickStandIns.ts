import type { Services } from '../../../api/src/context';
import { AlipayStandIn } from '../../../api/src/providers/alipay/standIn';
import { IdentityStandIn } from '../../../api/src/providers/identity/standIn';
import { NationalStandIn } from '../../../api/src/providers/national/standIn';
import { SmsStandIn } from '../../../api/src/providers/sms/standIn';
import { WechatStandIn } from '../../../api/src/providers/wechat/standIn';

const timeoutMs = 40;

/** Puts in stand-ins that give up at once when they are told to be silent, and hands them over. */
export function quickStandIns({ providers, clock }: Services) {
  const standIns = {
    wechat: new WechatStandIn(timeoutMs),
    alipay: new AlipayStandIn(timeoutMs),
    sms: new SmsStandIn(timeoutMs),
    identity: new IdentityStandIn(timeoutMs),
    national: new NationalStandIn(clock, timeoutMs),
  };
  Object.assign(providers, standIns, { standIns });

  return standIns;
}
