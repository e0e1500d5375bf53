import { z } from 'zod';

import type { Clock } from '../../base/clock';
import { callOutside, readAnswer } from '../callOutside';
import { ProviderUnavailable } from '../providerUnavailable';
import type { WechatSettings } from './wechat';

const tokenSchema = z.object({
  access_token: z.string().min(1).optional(),
  /** Seconds. */
  expires_in: z.number().positive().optional(),
  errcode: z.number().optional(),
});

/** WeChat gives out the next token 5 minutes before the end of the last, and both are good until then. */
const overlapMs = 300_000;
const minKeepMs = 30_000;

/** WeChat allows a forced renewal once in 30 seconds and 20 times a day. */
const forcePauseMs = 60_000;

/** The app's access token: asked for once, kept until it is due, shared by everybody who waits for it. */
export class AccessToken {
  private held: { token: string; until: number } | undefined;

  private underway: Promise<string> | undefined;

  private forcedAt = -Infinity;

  constructor(
    private readonly settings: WechatSettings,
    private readonly url: string,
    private readonly clock: Clock,
    private readonly timeoutMs: number,
  ) {}

  /** @throws ProviderUnavailable */
  async current(): Promise<string> {
    if (this.held && this.clock.now() < this.held.until) {
      return this.held.token;
    }

    return this.shared(() => this.fetchToken(false));
  }

  /** A token after WeChat refused one. Another process may have renewed it already, so the first asking is not forced. */
  async renewed(refused: string): Promise<string> {
    if (this.held?.token === refused) {
      this.held = undefined;
    }

    const token = await this.current();

    return token === refused ? this.shared(() => this.forceToken()) : token;
  }

  private shared(fetchToken: () => Promise<string>): Promise<string> {
    this.underway ??= fetchToken().finally(() => {
      this.underway = undefined;
    });

    return this.underway;
  }

  private forceToken(): Promise<string> {
    if (this.clock.now() < this.forcedAt + forcePauseMs) {
      throw new ProviderUnavailable('wechat', 'stable_token', 'failed', 'renewed a moment ago');
    }

    this.forcedAt = this.clock.now();

    return this.fetchToken(true);
  }

  private async fetchToken(force: boolean): Promise<string> {
    const call = { provider: 'wechat', call: 'stable_token' };
    const text = await callOutside({
      ...call,
      url: `${this.url}/cgi-bin/stable_token`,
      method: 'POST',
      headers: { 'content-type': 'application/json' },
      body: JSON.stringify({
        grant_type: 'client_credential',
        appid: this.settings.appId,
        secret: this.settings.secret,
        force_refresh: force,
      }),
      timeoutMs: this.timeoutMs,
    });
    const answer = readAnswer(call, text, tokenSchema);

    if (!answer.access_token || !answer.expires_in) {
      const fault = answer.errcode === -1 ? 'failed' : 'misconfigured';
      throw new ProviderUnavailable('wechat', call.call, fault, `errcode ${answer.errcode ?? 'missing'}`);
    }

    const keepMs = Math.max(answer.expires_in * 1000 - overlapMs, minKeepMs);
    this.held = { token: answer.access_token, until: this.clock.now() + keepMs };

    return answer.access_token;
  }
}
