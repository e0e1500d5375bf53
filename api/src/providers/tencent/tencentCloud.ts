import { z } from 'zod';

import type { Clock } from '../../base/clock';
import { callOutside, readAnswer } from '../callOutside';
import { ProviderUnavailable } from '../providerUnavailable';
import { tc3Authorization, type TencentCredentials } from './tc3';

const contentType = 'application/json; charset=utf-8';

const envelopeSchema = z.object({
  Response: z.looseObject({ Error: z.object({ Code: z.string() }).optional() }),
});

export interface TencentService extends TencentCredentials {
  /** The name in our errors and logs: sms or identity. */
  provider: string;
  service: string;
  version: string;
  url: string;
  region: string | undefined;
  timeoutMs: number;
}

export type TencentAnswer<T> = { ok: true; data: T } | { ok: false; code: string };

/** A service of Tencent Cloud's API 3.0: JSON over POST, signed with TC3-HMAC-SHA256. */
export class TencentCloud {
  constructor(
    private readonly settings: TencentService,
    private readonly clock: Clock,
  ) {}

  /**
   * @returns the answer, or the error code that concerns this one request
   * @throws ProviderUnavailable for silence, nonsense, and errors of our own account (AuthFailure, unpaid …)
   */
  async ask<T>(action: string, params: object, schema: z.ZodType<T>): Promise<TencentAnswer<T>> {
    const call = { provider: this.settings.provider, call: action };
    const text = await callOutside({
      ...call,
      ...this.signed(action, params),
      timeoutMs: this.settings.timeoutMs,
    });
    const { Response: answer } = readAnswer(call, text, envelopeSchema);

    if (!answer.Error) {
      return { ok: true, data: readAnswer(call, JSON.stringify(answer), schema) };
    }

    const code = answer.Error.Code;

    if (/^(AuthFailure|UnauthorizedOperation|InvalidAction|NoSuchVersion|NoSuchProduct)/.test(code)) {
      throw new ProviderUnavailable(this.settings.provider, action, 'misconfigured', code);
    }

    return { ok: false, code };
  }

  private signed(action: string, params: object) {
    const { service, version, url, region } = this.settings;
    const { host } = new URL(url);
    const body = JSON.stringify(params);
    const timestamp = Math.floor(this.clock.now() / 1000);
    const headers: Record<string, string> = {
      authorization: tc3Authorization(this.settings, { service, host, contentType, body, timestamp }),
      'content-type': contentType,
      host,
      'x-tc-action': action,
      'x-tc-timestamp': String(timestamp),
      'x-tc-version': version,
      ...(region && { 'x-tc-region': region }),
    };

    return { url, method: 'POST' as const, headers, body };
  }
}

/** Tencent has too much to do, or is broken, at the moment. */
export function isBusy(code: string): boolean {
  return /^(RequestLimitExceeded|InternalError|ResourceInsufficient|ResourceUnavailable)/.test(code);
}
