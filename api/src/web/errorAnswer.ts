import { errorTexts, type ErrorBody, type ErrorCode } from '@anxing/contract/errors';

import { AppError } from '../base/errors';
import { ProviderUnavailable } from '../providers/providerUnavailable';
import { isDatabaseGone, isPassing } from '../storage/databaseErrors';
import type { Http } from './http';

/** Spread over some seconds, so that all who were refused do not come back at once. */
function jitteredSeconds(): number {
  return 2 + Math.floor(Math.random() * 6);
}

function asAppError(error: unknown): AppError {
  if (error instanceof AppError) {
    return error;
  }
  if (isDatabaseGone(error) || isPassing(error)) {
    return new AppError('unavailable', { retryAfter: jitteredSeconds(), cause: error });
  }
  const status: unknown = Reflect.get(Object(error), 'status');

  return new AppError(codeFor(typeof status === 'number' ? status : 500), { cause: error });
}

/** What the libraries refuse by a status: paths that cannot be decoded or lead out of their folder are no records. */
function codeFor(status: number): ErrorCode {
  if (status === 413) {
    return 'body_too_large';
  }

  return status >= 400 && status < 500 ? 'not_found' : 'internal';
}

/** Which outside system failed, and how: its own words never hold anything of a person. */
function outsideFault(error: AppError): object {
  return error instanceof ProviderUnavailable
    ? { provider: error.provider, call: error.call, fault: error.fault }
    : {};
}

function bodyOf(error: AppError, { state }: Http): ErrorBody {
  const [, message, messageEn] = errorTexts[error.code];

  return {
    error: {
      code: error.code,
      message,
      messageEn,
      ...(error.fields ? { fields: error.fields } : {}),
      requestId: state.requestId,
      ...(error.serverTime === undefined ? {} : { serverTime: error.serverTime }),
    },
  };
}

/** Turns whatever was thrown into the one shape of an error answer; what is ours to mend goes to the log. */
export function writeError(http: Http, thrown: unknown): void {
  const error = asAppError(thrown);
  if (error.status >= 500) {
    http.services.logger.error({
      requestId: http.state.requestId,
      code: error.code,
      ...outsideFault(error),
      err: error.cause ?? error,
    });
  }
  http.status = error.status;
  http.type = 'json';
  http.body = bodyOf(error, http);
  if (error.retryAfter !== undefined) {
    http.set('Retry-After', String(error.retryAfter));
  }
}
