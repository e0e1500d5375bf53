import { ApiError, asApiError } from './apiError';
import type { SessionKeeper } from './sessionKeeper';
import { exchange, type Call, type Method } from './transport';

interface Held {
  until: number;
  /** When the wait is over that the server asked for, ms. */
  askedUntil: number;
  error: ApiError;
}

/** s; a longer `Retry-After` is told to the person, but not enforced by the phone. */
const longestHold = 120;

/** The same error, with what is left of the wait. */
function errorNow({ error, askedUntil }: Held): ApiError {
  const { code, message, fields } = error;
  const retryAfter = Math.ceil((askedUntil - Date.now()) / 1000);

  return new ApiError({ code, message, fields, retryAfter });
}

function isSessionOver(cause: unknown): boolean {
  return cause instanceof ApiError && (cause.code === 'session_expired' || cause.code === 'not_signed_in');
}

async function send(session: SessionKeeper, call: Call): Promise<unknown> {
  const accessToken = await session.accessToken();
  const before = session.store.get();
  try {
    return await exchange({ ...call, accessToken });
  } catch (cause) {
    if (!isSessionOver(cause) || !session.isSignedIn()) {
      throw cause;
    }
  }
  const isRenewedMeanwhile = session.store.get() !== before;
  if (!isRenewedMeanwhile) {
    await session.renew();
  }

  return exchange({ ...call, accessToken: await session.accessToken() });
}

type Options = Pick<Call, 'timeout'>;

/**
 * Calls the API with one of the phone's sessions, or as nobody. The session is renewed and the call repeated once when it
 * has ended; a call that the server asked to repeat later is not sent before (`Retry-After`).
 */
export class Caller {
  /** Calls that the server asked to repeat later, and the error to give until then. */
  private readonly heldBack = new Map<string, Held>();

  constructor(private readonly session: SessionKeeper) {}

  /** @param path below `/api/v1/`, without a leading slash @throws ApiError */
  async request<T>(method: Method, path: string, body?: unknown, options: Options = {}): Promise<T> {
    const key = `${method} ${path}`;
    this.assertNotHeldBack(key);
    try {
      return (await send(this.session, { method, path, body, ...options })) as T;
    } catch (cause) {
      const error = asApiError(cause);
      this.holdBack(key, error);
      throw error;
    }
  }

  private holdBack(key: string, error: ApiError): void {
    if (error.retryAfter) {
      const seconds = Math.min(error.retryAfter, longestHold);
      const now = Date.now();
      const askedUntil = now + error.retryAfter * 1000;
      this.heldBack.set(key, { until: now + seconds * 1000, askedUntil, error });
    }
  }

  private assertNotHeldBack(key: string): void {
    const held = this.heldBack.get(key);
    if (held && Date.now() < held.until) {
      throw errorNow(held);
    }
    this.heldBack.delete(key);
  }
}
