import { useRef, useState } from 'react';

import type { NationalCodeRequest, OwnNationalCode } from '@anxing/contract/nationalCode';

import { asApiError, type ApiError } from '../../lib/apiError';
import { request } from '../../lib/request';
import { useCountdown } from '../../lib/useCountdown';

/** Hands what was read to the API, one at a time; what failed for no fault of its own can be handed over again. */
export function useMerge(onMerged: (own: OwnNationalCode) => void) {
  const [error, setError] = useState<ApiError>();
  const [isBusy, setBusy] = useState(false);
  const isRunning = useRef(false);
  const last = useRef('');
  const [wait, startWait] = useCountdown();

  /** @returns whether it was merged */
  const read = async (content: string): Promise<boolean> => {
    if (isRunning.current) {
      return false;
    }
    isRunning.current = true;
    last.current = content;
    setBusy(true);
    setError(undefined);
    try {
      const wish: NationalCodeRequest = { content };
      onMerged(await request<OwnNationalCode>('POST', 'me/national-code', wish));

      return true;
    } catch (cause) {
      const failure = asApiError(cause);
      setError(failure);
      startWait(failure.retryAfter ?? 0);

      return false;
    } finally {
      isRunning.current = false;
      setBusy(false);
    }
  };

  const canRepeat = error !== undefined && (error.isPassing || error.code === 'national_unavailable');

  return { error, isBusy, canRepeat, wait, read, repeat: () => read(last.current) };
}

export type Merge = ReturnType<typeof useMerge>;
