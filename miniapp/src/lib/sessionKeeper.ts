import type { SessionAnswer, SessionRequest } from '@anxing/contract/sessions';

import { keepsTokens } from '../platform/client';
import { ApiError } from './apiError';
import { readStored, removeStored, writeStored, type StorageKey } from './storage';
import { createStore, type ReadableStore } from './store';
import { exchange } from './transport';

/** On H5 only the mark is kept: the tokens are in cookies that scripts cannot read. */
export interface Session {
  accessToken?: string;
  refreshToken?: string;
  /** ms by the phone's own clock: it measures a span, not a moment. */
  accessUntil: number;
}

/** One of the sessions of this phone. The resident's and the staff member's know nothing of each other. */
export interface SessionKeeper {
  store: ReadableStore<Session | undefined>;
  isSignedIn(): boolean;
  /** @throws ApiError */
  signIn(request: SessionRequest): Promise<SessionAnswer>;
  /** Renews the session; calls that come while one is under way share it. @throws ApiError */
  renew(): Promise<void>;
  /** The access token for the next call, renewed when its time is up; undefined on H5. @throws ApiError */
  accessToken(): Promise<string | undefined>;
  forget(): void;
}

/** Taken off the end of an access token's life, so that it does not end on the way. */
const margin = 15_000;

function sessionOf(answer: SessionAnswer): Session {
  const accessUntil = Date.now() + answer.expiresIn * 1000 - margin;

  return keepsTokens()
    ? { accessToken: answer.accessToken, refreshToken: answer.refreshToken, accessUntil }
    : { accessUntil };
}

/** @param key under which the phone keeps it */
export function keepSession(key: Extract<StorageKey, 'session' | 'staffSession'>): SessionKeeper {
  const store = createStore<Session | undefined>(readStored<Session>(key));
  let renewal: Promise<void> | undefined;

  function keep(answer: SessionAnswer): SessionAnswer {
    const session = sessionOf(answer);
    writeStored(key, session);
    store.set(session);

    return answer;
  }

  function forget(): void {
    removeStored(key);
    store.set(undefined);
  }

  async function open(path: string, body: unknown): Promise<SessionAnswer> {
    return keep((await exchange({ method: 'POST', path, body })) as SessionAnswer);
  }

  async function renewOnce(): Promise<void> {
    const session = store.get();
    try {
      await open('sessions/refresh', session?.refreshToken ? { refreshToken: session.refreshToken } : {});
    } catch (cause) {
      if (cause instanceof ApiError && !cause.isPassing) {
        forget();
      }
      throw cause;
    }
  }

  function renew(): Promise<void> {
    renewal ??= renewOnce().finally(() => {
      renewal = undefined;
    });

    return renewal;
  }

  return {
    store,
    forget,
    renew,
    isSignedIn: () => store.get() !== undefined,
    signIn: (request) => open('sessions', request),
    async accessToken() {
      const session = store.get();
      if (session && Date.now() > session.accessUntil) {
        await renew();
      }

      return store.get()?.accessToken;
    },
  };
}
