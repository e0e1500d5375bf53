import type { SessionAnswer, SessionRequest } from '@anxing/contract/sessions';

import { keepsTokens } from '../platform/client';
import { ApiError } from './apiError';
import { readStored, removeStored, writeStored } from './storage';
import { createStore, type ReadableStore } from './store';
import { exchange } from './transport';

/** On H5 only the mark is kept: the tokens are in cookies that scripts cannot read. */
interface Session {
  accessToken?: string;
  refreshToken?: string;
  /** ms by the phone's own clock: it measures a span, not a moment. */
  accessUntil: number;
}

const store = createStore<Session | undefined>(readStored<Session>('session'));

/** Taken off the end of an access token's life, so that it does not end on the way. */
const margin = 15_000;

function keep(answer: SessionAnswer): void {
  const session: Session = { accessUntil: Date.now() + answer.expiresIn * 1000 - margin };
  if (keepsTokens()) {
    session.accessToken = answer.accessToken;
    session.refreshToken = answer.refreshToken;
  }
  writeStored('session', session);
  store.set(session);
}

export function forgetSession(): void {
  removeStored('session');
  store.set(undefined);
}

export function isSignedIn(): boolean {
  return store.get() !== undefined;
}

export const sessionStore: ReadableStore<Session | undefined> = store;

/** @throws ApiError */
export async function signIn(request: SessionRequest): Promise<void> {
  keep((await exchange({ method: 'POST', path: 'sessions', body: request })) as SessionAnswer);
}

async function renew(): Promise<void> {
  const session = store.get();
  const body = session?.refreshToken ? { refreshToken: session.refreshToken } : {};
  try {
    keep((await exchange({ method: 'POST', path: 'sessions/refresh', body })) as SessionAnswer);
  } catch (cause) {
    if (cause instanceof ApiError && !cause.isPassing) {
      forgetSession();
    }
    throw cause;
  }
}

let renewal: Promise<void> | undefined;

/** Renews the session; calls that come while one is under way share it. @throws ApiError */
export function renewSession(): Promise<void> {
  renewal ??= renew().finally(() => {
    renewal = undefined;
  });

  return renewal;
}

/** The access token for the next call, renewed when its time is up; undefined on H5. @throws ApiError */
export async function currentAccessToken(): Promise<string | undefined> {
  const session = store.get();
  if (session && Date.now() > session.accessUntil) {
    await renewSession();
  }

  return store.get()?.accessToken;
}
