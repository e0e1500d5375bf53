import { useCallback, useEffect, useRef, useState } from 'react';

import type { Direction, VisitAnswer } from '@anxing/contract/visits';

import { asApiError, type ApiError } from '../../lib/apiError';
import { newCheckIn, submit } from '../../lib/checkIns';
import { dismissOutcome, queue, type CheckIn, type Outcome } from '../../lib/checkInQueue';
import { useStore } from '../../lib/store';

/** One press of the button and what came of it. */
export interface Attempt {
  checkIn: CheckIn;
  /** Missing while it waits for a network. */
  answer?: VisitAnswer;
}

interface Place {
  poster: string;
  name: string | null;
}

/** Calls back when a waiting check-in has ended while the person still looks at it. */
function useLateOutcome(attempt: Attempt | undefined, onOutcome: (outcome: Outcome) => void): void {
  const { outcomes } = useStore(queue);
  const outcome = outcomes.find((each) => each.id === attempt?.checkIn.id);

  useEffect(() => {
    if (outcome) {
      onOutcome(outcome);
      dismissOutcome(outcome.id);
    }
  }, [outcome, onOutcome]);
}

/** Registers at a place: however often the button is pressed, one check-in is made and sent once at a time. */
export function useCheckIn({ poster, name }: Place) {
  const [attempt, setAttempt] = useState<Attempt>();
  const [busy, setBusy] = useState<Direction>();
  const [refusal, setRefusal] = useState<string>();
  const isBusy = useRef(false);
  const takeOutcome = useCallback(({ answer, refusal }: Outcome) => {
    setAttempt((before) => (before && answer ? { ...before, answer } : undefined));
    setRefusal(refusal ?? undefined);
  }, []);
  useLateOutcome(attempt, takeOutcome);

  /** @returns why it was refused, or undefined */
  const register = async (direction: Direction): Promise<ApiError | undefined> => {
    if (isBusy.current) {
      return undefined;
    }
    isBusy.current = true;
    setBusy(direction);
    setRefusal(undefined);
    try {
      const checkIn = await newCheckIn({ poster, place: name, direction });
      const answer = await submit(checkIn);
      setAttempt(answer === 'waiting' ? { checkIn } : { checkIn, answer });

      return undefined;
    } catch (cause) {
      const error = asApiError(cause);
      setRefusal(error.message);

      return error;
    } finally {
      isBusy.current = false;
      setBusy(undefined);
    }
  };

  return { attempt, busy, refusal, register };
}
