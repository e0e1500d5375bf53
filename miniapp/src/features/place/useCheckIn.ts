import { useRef, useState } from 'react';

import type { Direction, VisitAnswer } from '@anxing/contract/visits';

import { asApiError, type ApiError } from '../../lib/apiError';
import { newCheckIn, submit } from '../../lib/checkIns';
import { queue, type CheckIn } from '../../lib/checkInQueue';
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

/** A waiting check-in whose answer has come meanwhile, while the person still looks at it. */
function useLateAnswer(attempt: Attempt | undefined): VisitAnswer | undefined {
  const { outcomes } = useStore(queue);
  const outcome = outcomes.find((each) => each.id === attempt?.checkIn.id);

  return outcome?.answer ?? undefined;
}

/** Registers at a place: however often the button is pressed, one check-in is made and sent once at a time. */
export function useCheckIn({ poster, name }: Place) {
  const [attempt, setAttempt] = useState<Attempt>();
  const [busy, setBusy] = useState<Direction>();
  const [error, setError] = useState<ApiError>();
  const isBusy = useRef(false);
  const lateAnswer = useLateAnswer(attempt);

  /** @returns why it was refused, or undefined */
  const register = async (direction: Direction): Promise<ApiError | undefined> => {
    if (isBusy.current) {
      return undefined;
    }
    isBusy.current = true;
    setBusy(direction);
    setError(undefined);
    try {
      const checkIn = await newCheckIn({ poster, place: name, direction });
      const answer = await submit(checkIn);
      setAttempt(answer === 'waiting' ? { checkIn } : { checkIn, answer });

      return undefined;
    } catch (cause) {
      const refusal = asApiError(cause);
      setError(refusal);

      return refusal;
    } finally {
      isBusy.current = false;
      setBusy(undefined);
    }
  };

  const current = attempt && !attempt.answer && lateAnswer ? { ...attempt, answer: lateAnswer } : attempt;

  return { attempt: current, busy, error, register };
}
