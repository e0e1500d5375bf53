import { apiOrigin } from '../platform/origins';
import { client } from '../platform/client';
import { NoAnswer, sendHttp, type HttpAnswer, type HttpRequest } from '../platform/http';
import { errorOf, garbledError, noAnswerError } from './apiError';
import { syncClock } from './clock';
import { online } from './network';

/** ms; a phone in a lift or a crowd is slow, but nobody waits longer at a door. */
export const requestTimeout = 10_000;

export type Method = HttpRequest['method'];

export interface Call {
  method: Method;
  /** Below `/api/v1/`, without a leading slash. */
  path: string;
  body?: unknown;
  accessToken?: string;
  /** ms, when what is sent takes longer. */
  timeout?: number;
}

function serverTimeOf(body: unknown): number | undefined {
  const answer = body as { serverTime?: number; error?: { serverTime?: number } } | null;

  return answer?.serverTime ?? answer?.error?.serverTime;
}

/** POST and PUT always carry JSON: the API asks it of every browser that changes something. */
function bodyOf(call: Call): unknown {
  return call.method === 'POST' || call.method === 'PUT' ? (call.body ?? {}) : undefined;
}

function requestOf(call: Call): HttpRequest {
  const headers: Record<string, string> = {
    'content-type': 'application/json',
    'x-anxing-client': client(),
  };
  if (call.accessToken) {
    headers.authorization = `Bearer ${call.accessToken}`;
  }

  return {
    method: call.method,
    url: `${apiOrigin()}/api/v1/${call.path}`,
    headers,
    body: bodyOf(call),
    timeout: call.timeout ?? requestTimeout,
  };
}

async function answerOf(call: Call): Promise<HttpAnswer> {
  try {
    return await sendHttp(requestOf(call));
  } catch (cause) {
    online.set(false);
    throw noAnswerError(cause instanceof NoAnswer && cause.isTimeout);
  }
}

/**
 * One exchange with the API, without the session's rules.
 * @returns the body of a 2xx answer
 * @throws ApiError
 */
export async function exchange(call: Call): Promise<unknown> {
  const answer = await answerOf(call);
  online.set(true);
  syncClock(serverTimeOf(answer.body));
  if (answer.status < 200 || answer.status >= 300) {
    throw errorOf(answer);
  }
  if (answer.body === null && answer.status !== 204) {
    throw garbledError();
  }

  return answer.body;
}
