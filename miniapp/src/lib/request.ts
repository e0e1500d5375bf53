import { ApiError, asApiError } from './apiError';
import { currentAccessToken, isSignedIn, renewSession, sessionStore } from './session';
import { exchange, type Method } from './transport';

/** Calls that the server asked to repeat later, and the error to give until then. */
const heldBack = new Map<string, { until: number; error: ApiError }>();

/** s; a longer `Retry-After` is told to the person, but not enforced by the phone. */
const longestHold = 120;

function holdBack(key: string, error: ApiError): void {
  if (error.retryAfter) {
    const seconds = Math.min(error.retryAfter, longestHold);
    heldBack.set(key, { until: Date.now() + seconds * 1000, error });
  }
}

function assertNotHeldBack(key: string): void {
  const held = heldBack.get(key);
  if (held && Date.now() < held.until) {
    throw held.error;
  }
  heldBack.delete(key);
}

function isSessionOver(cause: unknown): boolean {
  return cause instanceof ApiError && (cause.code === 'session_expired' || cause.code === 'not_signed_in');
}

async function send(method: Method, path: string, body: unknown): Promise<unknown> {
  const accessToken = await currentAccessToken();
  const session = sessionStore.get();
  try {
    return await exchange({ method, path, body, accessToken });
  } catch (cause) {
    if (!isSessionOver(cause) || !isSignedIn()) {
      throw cause;
    }
  }
  const isRenewedMeanwhile = sessionStore.get() !== session;
  if (!isRenewedMeanwhile) {
    await renewSession();
  }

  return exchange({ method, path, body, accessToken: await currentAccessToken() });
}

/**
 * Calls the API as the signed-in person, or as nobody. The session is renewed and the call repeated once when it has
 * ended; a call that the server asked to repeat later is not sent before (`Retry-After`).
 * @param path below `/api/v1/`, without a leading slash
 * @throws ApiError
 */
export async function request<T>(method: Method, path: string, body?: unknown): Promise<T> {
  const key = `${method} ${path}`;
  assertNotHeldBack(key);
  try {
    return (await send(method, path, body)) as T;
  } catch (cause) {
    const error = asApiError(cause);
    holdBack(key, error);
    throw error;
  }
}
