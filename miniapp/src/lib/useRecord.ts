import { useCallback, useEffect, useState } from 'react';

import { asApiError, type ApiError } from './apiError';
import { online } from './network';
import { request } from './request';
import { useStore } from './store';
import { usePageShown } from './usePageShown';

/** What is known of a record, and why the last attempt to read it failed. */
export interface ReadRecord<T> {
  value?: T;
  error?: ApiError;
  reload: () => Promise<void>;
}

/**
 * A record of the signed-in person: read each time the page comes to the screen, and when the network is back.
 * @param path below `/api/v1/`
 */
export function useRecord<T>(path: string) {
  const [state, setState] = useState<Pick<ReadRecord<T>, 'value' | 'error'>>({});
  const isShown = usePageShown();
  const isOnline = useStore(online);
  const isUnreached = state.error?.isOffline ?? false;

  const reload = useCallback(async () => {
    try {
      setState({ value: await request<T>('GET', path) });
    } catch (cause) {
      setState(({ value }) => ({ value, error: asApiError(cause) }));
    }
  }, [path]);
  /** The answer to a change is the record as it is now. */
  const take = useCallback((value: T) => setState({ value }), []);

  useEffect(() => {
    if (isShown) {
      void reload();
    }
  }, [isShown, reload]);
  useEffect(() => {
    if (isOnline && isUnreached) {
      void reload();
    }
  }, [isOnline, isUnreached, reload]);

  return { ...state, reload, take };
}
