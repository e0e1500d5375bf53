import { useCallback, useEffect, useState } from 'react';

import type { PosterPlace } from '@anxing/contract/visits';

import { asApiError, type ApiError } from '../../lib/apiError';
import { rememberPlace } from '../../lib/lastPlace';
import { online } from '../../lib/network';
import { useStore } from '../../lib/store';
import { fetchPlace } from './api';

export interface PlaceState {
  place?: PosterPlace;
  error?: ApiError;
  isLoading: boolean;
}

/** The place of a poster, with the own colour and those on duty. */
export function usePlace(poster: string) {
  const [state, setState] = useState<PlaceState>({ isLoading: true });
  const isOnline = useStore(online);
  const isUnreached = state.error?.isOffline ?? false;

  const load = useCallback(async () => {
    setState((before) => ({ ...before, isLoading: true }));
    try {
      const place = await fetchPlace(poster);
      rememberPlace({ name: place.place.name, poster });
      setState({ place, isLoading: false });
    } catch (cause) {
      setState(({ place }) => ({ place, error: asApiError(cause), isLoading: false }));
    }
  }, [poster]);

  useEffect(() => void load(), [load]);
  useEffect(() => {
    if (isOnline && isUnreached) {
      void load();
    }
  }, [isOnline, isUnreached, load]);

  return { ...state, load };
}
