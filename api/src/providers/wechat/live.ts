import { z } from 'zod';

import { isPhone } from '@anxing/contract/phone';

import type { Clock } from '../../base/clock';
import { callOutside, readAnswer } from '../callOutside';
import { ProviderUnavailable } from '../providerUnavailable';
import { AccessToken } from './accessToken';
import type { Wechat, WechatPhone, WechatRefusal, WechatSettings, WechatSignIn } from './wechat';

const sessionSchema = z.object({
  errcode: z.number().optional(),
  openid: z.string().min(1).optional(),
  unionid: z.string().optional(),
});

const phoneSchema = z.object({
  errcode: z.number(),
  phone_info: z
    .object({
      purePhoneNumber: z.string(),
      /** The reference shows a number, the service sends a string. */
      countryCode: z.coerce.string(),
      watermark: z.object({ appid: z.string() }),
    })
    .optional(),
});

type PhoneAnswer = z.infer<typeof phoneSchema>;

/** What an error code means for the person; every other code is ours or WeChat's fault. */
const refusals: Readonly<Record<number, Exclude<WechatRefusal['reason'], 'off'>>> = {
  [-1]: 'busy',
  40029: 'refused',
  40163: 'refused',
  40226: 'blocked',
  45011: 'tooFrequent',
};

const tokenFaults = new Set([40001, 40014, 42001]);

/** WeChat's server interface (developers.weixin.qq.com: code2Session, getPhoneNumber, getStableAccessToken). */
export class LiveWechat implements Wechat {
  private readonly url: string;

  private readonly token: AccessToken;

  constructor(
    private readonly settings: WechatSettings,
    clock: Clock,
    private readonly timeoutMs: number,
  ) {
    this.url = settings.url ?? 'https://api.weixin.qq.com';
    this.token = new AccessToken(settings, this.url, clock, timeoutMs);
  }

  async signIn(code: string): Promise<WechatSignIn> {
    const call = { provider: 'wechat', call: 'jscode2session' };
    const query = new URLSearchParams({
      appid: this.settings.appId,
      secret: this.settings.secret,
      js_code: code,
      grant_type: 'authorization_code',
    });
    const url = `${this.url}/sns/jscode2session?${query}`;
    const text = await callOutside({ ...call, url, method: 'GET', timeoutMs: this.timeoutMs });
    const answer = readAnswer(call, text, sessionSchema);

    if (answer.errcode) {
      return refusal(call.call, answer.errcode);
    }

    if (!answer.openid) {
      throw new ProviderUnavailable('wechat', call.call, 'malformed');
    }

    return { ok: true, openId: answer.openid, unionId: answer.unionid ?? null };
  }

  async phoneNumber(code: string, openId?: string): Promise<WechatPhone> {
    const token = await this.token.current();
    const first = await this.askPhone(token, code, openId);
    const answer = tokenFaults.has(first.errcode)
      ? await this.askPhone(await this.token.renewed(token), code, openId)
      : first;

    return answer.errcode === 0 ? this.phoneOf(answer) : refusal('getuserphonenumber', answer.errcode);
  }

  private async askPhone(token: string, code: string, openId?: string): Promise<PhoneAnswer> {
    const call = { provider: 'wechat', call: 'getuserphonenumber' };
    const text = await callOutside({
      ...call,
      url: `${this.url}/wxa/business/getuserphonenumber?${new URLSearchParams({ access_token: token })}`,
      method: 'POST',
      headers: { 'content-type': 'application/json' },
      body: JSON.stringify({ code, openid: openId }),
      timeoutMs: this.timeoutMs,
    });

    return readAnswer(call, text, phoneSchema);
  }

  private phoneOf({ phone_info: info }: PhoneAnswer): WechatPhone {
    if (!info || info.watermark.appid !== this.settings.appId) {
      throw new ProviderUnavailable('wechat', 'getuserphonenumber', 'malformed');
    }

    const isOurs = info.countryCode === '86' && isPhone(info.purePhoneNumber);

    return isOurs ? { ok: true, phone: info.purePhoneNumber } : { ok: false, reason: 'unsupported' };
  }
}

function refusal(call: string, errcode: number): WechatRefusal {
  const reason = refusals[errcode];

  if (!reason) {
    throw new ProviderUnavailable('wechat', call, 'misconfigured', `errcode ${errcode}`);
  }

  return { ok: false, reason };
}
