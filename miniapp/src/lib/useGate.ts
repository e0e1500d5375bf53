import { useCallback, useEffect, useRef, useState } from 'react';

import { asApiError, type ApiError } from './apiError';
import { arrival } from './entrance';
import type { Step } from './gate';
import { currentStep, goToStep, knownStep } from './journey';
import { isMoving } from './navigation';

export type Gate =
  | { state: 'checking' }
  /** The way is free, or only the claim is missing, which the code page itself offers. */
  | { state: 'open'; step: 'claim' | undefined }
  | { state: 'problem'; error: ApiError };

interface Options {
  isShown: boolean;
  /** Known well enough to begin before the server was asked. */
  isLikelyOpen?: boolean;
}

function isStepElsewhere(step: Step | undefined): step is Exclude<Step, 'claim'> {
  return step !== undefined && step !== 'claim';
}

/** Known from earlier, so that showing a code costs the server one request and not two. */
function isFree(): boolean {
  return knownStep() === undefined;
}

/** Sends the person to the step in the way, whenever the page comes to the screen. */
export function useGate({ isShown, isLikelyOpen = false }: Options) {
  const [gate, setGate] = useState<Gate>(
    isLikelyOpen || isFree() ? { state: 'open', step: undefined } : { state: 'checking' },
  );
  const isInFront = useRef(isShown);
  isInFront.current = isShown;

  const check = useCallback(async () => {
    try {
      const step = await currentStep();
      if (!isStepElsewhere(step)) {
        setGate({ state: 'open', step });

        return;
      }
      // A scanned poster comes first: its page, in front by now, asks for the same steps itself.
      if (isInFront.current && !isMoving() && !arrival.get()) {
        await goToStep(step);
      }
    } catch (cause) {
      const error = asApiError(cause);
      setGate((before) => (before.state === 'open' ? before : { state: 'problem', error }));
    }
  }, []);

  useEffect(() => {
    if (isShown && !isFree()) {
      void check();
    }
  }, [isShown, check]);

  return { gate, check };
}
