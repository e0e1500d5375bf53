import { useRef, useState } from 'react';

import { asApiError, type ApiError } from './apiError';

/** Runs one step at a time and keeps why it failed. */
export function useStep(onDone: () => Promise<void>) {
  const [error, setError] = useState<ApiError>();
  const [isBusy, setBusy] = useState(false);
  const isRunning = useRef(false);

  /** @param action resolves to false when the person gave up */
  const run = async (action: () => Promise<void | boolean>) => {
    if (isRunning.current) {
      return;
    }
    isRunning.current = true;
    setBusy(true);
    setError(undefined);
    try {
      if ((await action()) !== false) {
        await onDone();
      }
    } catch (cause) {
      setError(asApiError(cause));
    } finally {
      isRunning.current = false;
      setBusy(false);
    }
  };

  return { error, isBusy, run };
}
