import { useCallback, useEffect, useState } from 'react';

import { limits } from '@anxing/contract/limits';
import type { PersonalCode } from '@anxing/contract/me';

import { asApiError, type ApiError } from '../../lib/apiError';
import { now } from '../../lib/clock';
import { online } from '../../lib/network';
import { renewPass } from '../../lib/outagePass';
import { useStore } from '../../lib/store';
import { fetchCode, renewCode } from './api';

interface State {
  /** The last code received; it may have expired. */
  code?: PersonalCode;
  /** Why the last attempt failed; undefined after a good one. */
  error?: ApiError;
}

/** s: how long before its end a code is replaced. */
const replaceBefore = limits.codeLifetimeSeconds - limits.codeRefreshSeconds;
/** ms between attempts while the server does not answer. */
const retryDelay = 5_000;

function delayUntilNext({ code, error }: State, isOnline: boolean): number {
  if (error || !isOnline) {
    return Math.max(retryDelay, (error?.retryAfter ?? 0) * 1000);
  }
  const due = code ? code.expiresAt - replaceBefore * 1000 - now() : retryDelay;

  return Math.max(1_000, due);
}

/**
 * The personal code, replaced before it expires for as long as the page is on the screen. Whoever asks by hand gets
 * another one, since a gate may have opened for this one already.
 */
export function useCode(isActive: boolean) {
  const [state, setState] = useState<State>({});
  const isOnline = useStore(online);

  const ask = useCallback(async (fetch: () => Promise<PersonalCode>) => {
    try {
      const code = await fetch();
      setState({ code });
      void renewPass(code.colour);
    } catch (cause) {
      setState(({ code }) => ({ code, error: asApiError(cause) }));
    }
  }, []);
  const refresh = useCallback(() => ask(fetchCode), [ask]);
  const renew = useCallback(() => ask(renewCode), [ask]);

  useEffect(() => {
    if (isActive && isOnline) {
      void refresh();
    }
  }, [isActive, isOnline, refresh]);

  useEffect(() => {
    if (!isActive) {
      return undefined;
    }
    const timer = setTimeout(() => void refresh(), delayUntilNext(state, isOnline));

    return () => clearTimeout(timer);
  }, [isActive, isOnline, state, refresh]);

  return { ...state, isOnline, refresh, renew };
}
