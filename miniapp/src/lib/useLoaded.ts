import { useCallback, useEffect, useState } from 'react';

import { asApiError, type ApiError } from './apiError';

interface Loaded<T> {
  value?: T;
  error?: ApiError;
}

/** Loads something when the page opens. `load` must stay the same function. */
export function useLoaded<T>(load: () => Promise<T>) {
  const [state, setState] = useState<Loaded<T>>({});

  const again = useCallback(async () => {
    try {
      setState({ value: await load() });
    } catch (cause) {
      setState(({ value }) => ({ value, error: asApiError(cause) }));
    }
  }, [load]);

  useEffect(() => void again(), [again]);

  return { ...state, again };
}
