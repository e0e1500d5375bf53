import { errorTexts, type ErrorCode, type FieldError } from '@anxing/contract/errors';
import { z } from 'zod';

import type { Answer } from './answer';

const errorBody = z.object({
  error: z.object({
    code: z.string(),
    message: z.string(),
    fields: z.array(z.object({ path: z.string(), message: z.string(), messageEn: z.string() })).optional(),
    requestId: z.string().optional(),
  }),
});

const codeOfStatus: Record<number, ErrorCode> = {
  404: 'not_found',
  413: 'body_too_large',
  429: 'too_many_requests',
  502: 'unavailable',
  503: 'unavailable',
  504: 'unavailable',
};

interface Details {
  code: string;
  status: number;
  fields?: FieldError[];
  requestId?: string;
  /** Seconds after which it is worth another try. */
  retryAfter?: number;
}

function secondsOf(retryAfter: string | null): number | undefined {
  const seconds = Number(retryAfter);

  return retryAfter && Number.isFinite(seconds) ? Math.max(0, Math.ceil(seconds)) : undefined;
}

/** Whatever went wrong between this page and the API, with a message in Chinese that can be shown as it is. */
export class ApiError extends Error {
  readonly code: string;
  /** HTTP status; 0 when no answer came. */
  readonly status: number;
  readonly fields: FieldError[];
  readonly requestId: string | undefined;
  readonly retryAfter: number | undefined;

  constructor(message: string, details: Details) {
    super(message);
    this.name = 'ApiError';
    this.code = details.code;
    this.status = details.status;
    this.fields = details.fields ?? [];
    this.requestId = details.requestId;
    this.retryAfter = details.retryAfter;
  }

  /** From an answer that is not 2xx; a proxy in between may have written it without our body. */
  static async ofResponse(response: Answer): Promise<ApiError> {
    const { status } = response;
    const retryAfter = secondsOf(response.headers.get('retry-after'));
    const body = errorBody.safeParse(await response.json().catch(() => undefined));
    if (body.success) {
      const { message, ...rest } = body.data.error;

      return new ApiError(message, { ...rest, status, retryAfter });
    }
    const code = codeOfStatus[status] ?? 'internal';

    return new ApiError(errorTexts[code][1], { code, status, retryAfter });
  }

  static noAnswer(): ApiError {
    return new ApiError('无法连接服务器，请检查网络后重试', { code: 'network', status: 0 });
  }

  static unreadable(): ApiError {
    return new ApiError('服务器的回答无法识别，请刷新页面后重试', { code: 'unreadable', status: 200 });
  }

  is(code: ErrorCode): boolean {
    return this.code === code;
  }

  get isSignedOut(): boolean {
    return this.is('not_signed_in') || this.is('session_expired');
  }

  /** Nothing wrong with what was asked: the same may succeed a moment later. */
  get isPassing(): boolean {
    return this.status === 0 || this.status === 429 || this.status >= 500;
  }
}

/** Any thrown value as something to show. */
export function asApiError(error: unknown): ApiError {
  return error instanceof ApiError
    ? error
    : new ApiError('页面出现问题，请刷新后重试', { code: 'page', status: -1 });
}
