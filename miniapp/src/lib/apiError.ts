import type { ErrorBody, ErrorCode, FieldError } from '@anxing/contract/errors';

import type { HttpAnswer } from '../platform/http';
import { texts } from './texts';

/** `offline` and `timeout`: no answer came. `garbled`: an answer that is not ours, for example a Wi-Fi sign-in page. */
export type FailureCode = ErrorCode | 'offline' | 'timeout' | 'garbled';

interface Failure {
  code: FailureCode;
  message: string;
  fields?: FieldError[];
  /** Seconds the server asked to wait. */
  retryAfter?: number;
}

/** Why a request failed, with a text for people. */
export class ApiError extends Error {
  readonly code: FailureCode;
  readonly fields: FieldError[];
  readonly retryAfter: number | undefined;

  constructor(failure: Failure) {
    super(failure.message);
    this.code = failure.code;
    this.fields = failure.fields ?? [];
    this.retryAfter = failure.retryAfter;
  }

  /** Nothing reached the server, as far as we know. */
  get isOffline(): boolean {
    return this.code === 'offline' || this.code === 'timeout' || this.code === 'garbled';
  }

  /** Worth sending again, unchanged, later. */
  get isPassing(): boolean {
    return this.isOffline || ['unavailable', 'internal', 'too_many_requests'].includes(this.code);
  }
}

/** `Retry-After` in seconds: a number, or an HTTP date (RFC 9110 §10.2.3). */
function retryAfterOf(headers: Record<string, string>): number | undefined {
  const text = headers['retry-after'];
  if (!text) {
    return undefined;
  }
  const seconds = /^\d+$/.test(text) ? Number(text) : (Date.parse(text) - Date.now()) / 1000;

  return Number.isFinite(seconds) ? Math.max(0, Math.ceil(seconds)) : undefined;
}

function isErrorBody(body: unknown): body is ErrorBody {
  const error = (body as Partial<ErrorBody> | null)?.error;

  return typeof error === 'object' && error !== null && typeof error.code === 'string';
}

/** What an answer that is not 2xx says. */
export function errorOf(answer: HttpAnswer): ApiError {
  const retryAfter = retryAfterOf(answer.headers);
  if (isErrorBody(answer.body)) {
    const { code, message, fields } = answer.body.error;

    return new ApiError({ code, message, fields, retryAfter });
  }
  if (answer.status === 429) {
    return new ApiError({ code: 'too_many_requests', message: texts.errors.tooMany, retryAfter });
  }
  if (answer.status >= 500) {
    return new ApiError({ code: 'unavailable', message: texts.errors.busy, retryAfter });
  }

  return garbledError();
}

export function garbledError(): ApiError {
  return new ApiError({ code: 'garbled', message: texts.errors.garbled });
}

export function noAnswerError(isTimeout: boolean): ApiError {
  return isTimeout
    ? new ApiError({ code: 'timeout', message: texts.errors.timeout })
    : new ApiError({ code: 'offline', message: texts.errors.offline });
}

/** Any thrown value as an ApiError, so that a page has a text to show. */
export function asApiError(cause: unknown): ApiError {
  return cause instanceof ApiError
    ? cause
    : new ApiError({ code: 'internal', message: texts.errors.unknown });
}

/** s from which a wait is told in minutes. */
const longWait = 90;

/** The text for people, with the time to wait where the server told one. */
export function sentenceOf({ message, retryAfter }: ApiError): string {
  if (!retryAfter) {
    return message;
  }
  const wait =
    retryAfter < longWait
      ? texts.errors.inSeconds(retryAfter)
      : texts.errors.inMinutes(Math.ceil(retryAfter / 60));

  return message + wait;
}

/** The text for one field of a form, by its path. */
export function fieldText(error: ApiError | undefined, path: string): string | undefined {
  return error?.fields.find((field) => field.path === path)?.message;
}
