import { errorTexts, type ErrorBody, type ErrorCode } from '@anxing/contract/errors';

import { AppError } from '../base/errors';
import { ProviderUnavailable } from '../providers/providerUnavailable';
import { isDatabaseGone } from '../storage/databaseErrors';
import type { Http } from './http';

/** Spread over some seconds, so that all who were refused do not come back at once. */
function jitteredSeconds(): number {
  return 2 + Math.floor(Math.random() * 6);
}

function asAppError(error: unknown): AppError {
  if (error instanceof AppError) {
    return error;
  }
  if (isDatabaseGone(error) || error instanceof ProviderUnavailable) {
    return new AppError('unavailable', { retryAfter: jitteredSeconds(), cause: error });
  }
  const status: unknown = Reflect.get(Object(error), 'status');
  const byStatus: Record<number, ErrorCode> = {
    404: 'not_found',
    405: 'method_not_allowed',
    413: 'body_too_large',
  };

  return new AppError((typeof status === 'number' && byStatus[status]) || 'internal', { cause: error });
}

function bodyOf(error: AppError, http: Http): ErrorBody {
  const [, message, messageEn] = errorTexts[error.code];

  return {
    error: {
      code: error.code,
      message,
      messageEn,
      ...(error.fields ? { fields: error.fields } : {}),
      requestId: http.state.requestId,
      ...(error.serverTime === undefined ? {} : { serverTime: error.serverTime }),
    },
  };
}

/** Turns whatever is thrown into the one shape of an error answer; what is ours to mend goes to the log. */
export async function handleErrors(http: Http, next: () => Promise<unknown>): Promise<void> {
  try {
    await next();
    if (http.status === 404 && (http.body === undefined || http.body === null)) {
      throw new AppError('not_found');
    }
    if (http.status === 405) {
      throw new AppError('method_not_allowed');
    }
  } catch (thrown) {
    const error = asAppError(thrown);
    if (error.status >= 500) {
      http.services.logger.error({
        requestId: http.state.requestId,
        code: error.code,
        err: error.cause ?? error,
      });
    }
    http.status = error.status;
    http.body = bodyOf(error, http);
    if (error.retryAfter !== undefined) {
      http.set('Retry-After', String(error.retryAfter));
    }
  }
}
