import { errorTexts, type ErrorCode } from '@anxing/contract/errors';

import { phone, type WireRequest } from './phone';

/** An answer of the API in a test. */
export interface Reply {
  status?: number;
  body?: unknown;
  headers?: Record<string, string>;
}

export type Handler = (request: { body: unknown; headers: Record<string, string>; path: string }) => Reply;

export function refusal(code: ErrorCode, headers: Record<string, string> = {}): Reply {
  const [status, message, messageEn] = errorTexts[code];

  return { status, headers, body: { error: { code, message, messageEn, requestId: 'test' } } };
}

/** A small API in the test itself; what has no handler is unknown to it. */
export class TestServer {
  /** `GET me/code` and so on, in the order they came. */
  calls: string[] = [];
  bodies: unknown[] = [];
  isReachable = true;
  private handlers = new Map<string, Handler>();

  constructor() {
    phone.network = (request) => this.answer(request);
  }

  on(call: string, handler: Handler | Reply): this {
    this.handlers.set(call, typeof handler === 'function' ? handler : () => handler);

    return this;
  }

  count(call: string): number {
    return this.calls.filter((each) => each === call).length;
  }

  private async answer(request: WireRequest): Promise<unknown> {
    const path = request.url.replace(/^.*\/api\/v1\//, '');
    const call = `${request.method} ${path}`;
    this.calls.push(call);
    if (!this.isReachable) {
      return Promise.reject({ errMsg: 'request:fail' });
    }
    const body: unknown = request.data === undefined ? undefined : JSON.parse(request.data);
    this.bodies.push(body);
    const handler = this.handlers.get(call);
    const reply = handler?.({ body, headers: request.header, path }) ?? refusal('not_found');

    return { statusCode: reply.status ?? 200, header: reply.headers ?? {}, data: reply.body ?? {} };
  }
}
