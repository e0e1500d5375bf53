import type { KeyObject } from 'node:crypto';

import { z } from 'zod';

import type { Clock } from '../../base/clock';
import { callOutside, readAnswer } from '../callOutside';
import { ProviderUnavailable } from '../providerUnavailable';
import { rawMember } from './rawMember';
import { rsa2Sign, rsa2Verify, signedContent } from './rsa2';

const envelopeSchema = z.looseObject({ sign: z.string().optional() });
const faultSchema = z.object({ code: z.string(), sub_code: z.string().optional() });

export interface GatewaySettings {
  url: string;
  appId: string;
  privateKey: KeyObject;
  alipayPublicKey: KeyObject;
  timeoutMs: number;
}

/** code: Alipay's gateway code, such as 40002; subCode: the reason, such as isv.code-invalid. */
export type GatewayAnswer<T> = { ok: true; data: T } | { ok: false; code: string; subCode: string };

/** Alipay's open gateway, version 1.0 with RSA2 (opendocs.alipay.com: 自行实现签名, 自行实现验签). */
export class AlipayGateway {
  constructor(
    private readonly settings: GatewaySettings,
    private readonly clock: Clock,
  ) {}

  /**
   * @param method such as alipay.system.oauth.token
   * @throws ProviderUnavailable for silence, nonsense, and every success that Alipay's key did not sign
   */
  async ask<T>(
    method: string,
    params: Record<string, string>,
    schema: z.ZodType<T>,
  ): Promise<GatewayAnswer<T>> {
    const call = { provider: 'alipay', call: method };
    const common = this.commonParams(method);
    const sign = rsa2Sign(signedContent({ ...common, ...params }), this.settings.privateKey);
    const text = await callOutside({
      ...call,
      url: `${this.settings.url}?${new URLSearchParams({ ...common, sign })}`,
      method: 'POST',
      headers: { 'content-type': 'application/x-www-form-urlencoded;charset=utf-8' },
      body: new URLSearchParams(params).toString(),
      timeoutMs: this.settings.timeoutMs,
    });

    return this.read(call, text, schema);
  }

  private commonParams(method: string): Record<string, string> {
    return {
      app_id: this.settings.appId,
      method,
      format: 'JSON',
      charset: 'utf-8',
      sign_type: 'RSA2',
      timestamp: beijingTime(this.clock.now()),
      version: '1.0',
    };
  }

  private read<T>(
    call: { provider: string; call: string },
    text: string,
    schema: z.ZodType<T>,
  ): GatewayAnswer<T> {
    const { sign } = readAnswer(call, text, envelopeSchema);
    const node = rawMember(text, `${call.call.replaceAll('.', '_')}_response`);
    const raw = node ?? rawMember(text, 'error_response');

    if (!raw) {
      throw new ProviderUnavailable('alipay', call.call, 'malformed');
    }

    const fault = faultSchema.safeParse(JSON.parse(raw));
    const isFault = !node || (fault.success && fault.data.code !== '10000');
    this.checkSignature(call.call, raw, sign, isFault && fault.success ? fault.data.sub_code : undefined);

    if (isFault) {
      const { code, sub_code: subCode = '' } = readAnswer(call, raw, faultSchema);
      return { ok: false, code, subCode };
    }

    return { ok: true, data: readAnswer(call, raw, schema) };
  }

  /** Some refusals of our own account (a wrong app id) come unsigned; the code then helps whoever mends it. */
  private checkSignature(call: string, raw: string, sign: string | undefined, subCode?: string): void {
    if (!sign || !rsa2Verify(raw, sign, this.settings.alipayPublicKey)) {
      throw new ProviderUnavailable('alipay', call, 'signature', subCode);
    }
  }
}

/** Alipay wants the time of GMT+8, whatever the configured zone. */
export function beijingTime(at: number): string {
  return new Date(at + 8 * 3_600_000).toISOString().slice(0, 19).replace('T', ' ');
}
