import type { KeyObject } from 'node:crypto';

import { z } from 'zod';

import type { Clock } from '../../base/clock';
import { ProviderUnavailable } from '../providerUnavailable';
import type { Alipay, AlipayPhone, AlipaySettings, AlipaySignIn } from './alipay';
import { AlipayGateway } from './gateway';
import { readAesKey, readPrivateKey, readPublicKey } from './keys';
import { openPhoneAnswer } from './phoneAnswer';

const method = 'alipay.system.oauth.token';

const tokenSchema = z
  .object({ open_id: z.string().min(1).optional(), user_id: z.string().min(1).optional() })
  .refine((answer) => answer.open_id ?? answer.user_id, 'no account');

const codeFaults = new Set(['isv.code-invalid', 'isv.code-is-used', 'isv.code-expired']);

/** 20000: the service is away; the call limit of the app is reached. */
const busyCodes = new Set(['20000', '40005']);

export class LiveAlipay implements Alipay {
  private readonly gateway: AlipayGateway;

  private readonly aesKey: Buffer;

  private readonly alipayPublicKey: KeyObject;

  /** @throws StartRefused for a key that cannot be read */
  constructor(settings: AlipaySettings, clock: Clock, timeoutMs: number) {
    this.aesKey = readAesKey(settings.aesKey);
    this.alipayPublicKey = readPublicKey(settings.alipayPublicKey);
    this.gateway = new AlipayGateway(
      {
        url: settings.url ?? 'https://openapi.alipay.com/gateway.do',
        appId: settings.appId,
        privateKey: readPrivateKey(settings.privateKey),
        alipayPublicKey: this.alipayPublicKey,
        timeoutMs,
      },
      clock,
    );
  }

  async signIn(code: string): Promise<AlipaySignIn> {
    const params = { grant_type: 'authorization_code', code };
    const answer = await this.gateway.ask(method, params, tokenSchema);

    if (answer.ok) {
      return { ok: true, accountId: answer.data.open_id ?? answer.data.user_id ?? '' };
    }

    if (busyCodes.has(answer.code)) {
      return { ok: false, reason: 'busy' };
    }

    if (!codeFaults.has(answer.subCode)) {
      throw new ProviderUnavailable('alipay', method, 'misconfigured', `${answer.code} ${answer.subCode}`);
    }

    return { ok: false, reason: 'refused' };
  }

  phoneNumber(response: string): Promise<AlipayPhone> {
    return Promise.resolve(openPhoneAnswer(response, this.aesKey, this.alipayPublicKey));
  }
}
