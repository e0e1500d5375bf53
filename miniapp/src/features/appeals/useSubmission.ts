import { useEffect, useRef, useState } from 'react';

import { asApiError, type ApiError } from '../../lib/apiError';
import { texts } from './texts';
import type { Pictures } from './usePictures';

interface Wishes<T> {
  pictures: Pictures;
  /** What is missing before anything can be sent. */
  faultOf: () => string | undefined;
  /** Sends the whole with the ids of its pictures. */
  send: (pictures: string[]) => Promise<T>;
  /** Whoever has left the page meanwhile is not called back to it. */
  onSent: (answer: T) => void;
}

function isAboutPictures(error: ApiError): boolean {
  return error.fields.some(({ path }) => path.startsWith('pictures'));
}

/** Sends pictures first, then the text with their ids; once at a time. What fails can be sent again. */
export function useSubmission<T>({ pictures, faultOf, send, onSent }: Wishes<T>) {
  /** What is missing is told from the first attempt on, for as long as it is missing. */
  const [isTried, setTried] = useState(false);
  const [problem, setProblem] = useState<string>();
  const [error, setError] = useState<ApiError>();
  const [isBusy, setBusy] = useState(false);
  const isRunning = useRef(false);
  const isHere = useRef(true);
  useEffect(() => {
    isHere.current = true;

    return () => {
      isHere.current = false;
    };
  }, []);

  const run = async () => {
    const ids = await pictures.sendAll();
    if (!ids) {
      setProblem(texts.picturesNotSent);

      return;
    }
    try {
      const answer = await send(ids);
      if (isHere.current) {
        onSent(answer);
      }
    } catch (cause) {
      const failure = asApiError(cause);
      if (isAboutPictures(failure)) {
        pictures.forgetSent();
      }
      setError(failure);
      setProblem(failure.isPassing ? texts.keptDraft(failure.message) : failure.message);
    }
  };

  const submit = async () => {
    setTried(true);
    setProblem(undefined);
    setError(undefined);
    if (faultOf() || isRunning.current) {
      return;
    }
    isRunning.current = true;
    setBusy(true);
    try {
      await run();
    } finally {
      isRunning.current = false;
      setBusy(false);
    }
  };

  const missing = isTried ? faultOf() : undefined;

  return { problem: missing ?? problem, error, isBusy, submit };
}
