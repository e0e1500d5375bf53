import { randomUUID } from 'node:crypto';

import type { z } from 'zod';

import type { Clock } from '../../base/clock';
import { StartRefused } from '../../base/errors';
import { callOutside, readAnswer } from '../callOutside';
import { ProviderUnavailable } from '../providerUnavailable';
import {
  lookUpMs,
  type National,
  type NationalCodeAnswer,
  type NationalLookUp,
  type NationalQuestion,
  type NationalSettings,
} from './national';
import { nationalSignature } from './signature';
import {
  answerCodes,
  documentCodes,
  envelopeSchema,
  holderSchema,
  idTypeOf,
  readStatement,
  statementSchema,
} from './wire';

type Answer<T> = { ok: true; data: T } | { ok: false; code: string };

/** What a province says may be as new as its clock allows. */
const clockSlackMs = 300_000;

/** The national platform's exchange of health codes. What is assumed of it, and unproven, is told in docs/integration. */
export class LiveNational implements National {
  /** @throws StartRefused for an address that is none */
  constructor(
    private readonly settings: NationalSettings,
    private readonly clock: Clock,
    private readonly timeoutMs: number,
  ) {
    if (!URL.canParse(settings.url)) {
      throw new StartRefused('ANXING_NATIONAL_URL 不是有效的地址 / is not an address');
    }
  }

  async resolve(content: string): Promise<NationalCodeAnswer> {
    const answer = await this.ask('code/verify', { content }, holderSchema, this.timeoutMs);
    if (!answer.ok) {
      return { ok: false, reason: answer.code === answerCodes.busy ? 'busy' : 'refused' };
    }
    const { certType, certNo, name } = answer.data;

    return {
      ok: true,
      idType: idTypeOf(certType),
      idNumber: certNo.toUpperCase(),
      name,
      ...this.statementOf('code/verify', answer.data),
    };
  }

  async lookUp({ idType, idNumber, name }: NationalQuestion): Promise<NationalLookUp> {
    const question = { certType: documentCodes[idType], certNo: idNumber, name };
    const waitMs = Math.min(this.timeoutMs, lookUpMs);
    const answer = await this.ask('health/query', question, statementSchema, waitMs);
    if (!answer.ok) {
      return { ok: false, reason: answer.code === answerCodes.busy ? 'busy' : 'notFound' };
    }

    return { ok: true, ...this.statementOf('health/query', answer.data) };
  }

  private statementOf(call: string, data: z.infer<typeof statementSchema>) {
    const statement = readStatement(data);
    if (statement.statedAt > this.clock.now() + clockSlackMs) {
      throw new ProviderUnavailable('national', call, 'malformed', 'stated in the future');
    }

    return statement;
  }

  private async ask<T>(
    name: 'code/verify' | 'health/query',
    question: object,
    schema: z.ZodType<T>,
    timeoutMs: number,
  ): Promise<Answer<T>> {
    const call = { provider: 'national', call: name };
    const text = await callOutside({ ...call, ...this.signed(name, question), timeoutMs });
    const { code, data } = readAnswer(call, text, envelopeSchema);
    if (code === answerCodes.done) {
      return { ok: true, data: readAnswer(call, JSON.stringify(data ?? null), schema) };
    }
    const isAboutThis = code === (name === 'code/verify' ? answerCodes.noSuchCode : answerCodes.noSuchPerson);
    if (!isAboutThis && code !== answerCodes.busy) {
      throw new ProviderUnavailable('national', name, 'misconfigured', `code ${code}`);
    }

    return { ok: false, code };
  }

  private signed(name: string, question: object) {
    const { appId, secret, url } = this.settings;
    const address = `${url}/${name}`;
    const body = JSON.stringify(question);
    const [timestamp, nonce] = [this.clock.now(), randomUUID()];
    const path = new URL(address).pathname;
    const headers = {
      'content-type': 'application/json; charset=utf-8',
      'x-app-id': appId,
      'x-timestamp': String(timestamp),
      'x-nonce': nonce,
      'x-signature': nationalSignature(secret, { path, timestamp, nonce, body }),
    };

    return { url: address, method: 'POST' as const, headers, body };
  }
}
