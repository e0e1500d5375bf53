import { useEffect, useState } from 'react';

/** Whole seconds that count down to 0; `start` sets them. */
export function useCountdown(): [number, (seconds: number) => void] {
  const [left, setLeft] = useState(0);

  useEffect(() => {
    if (left <= 0) {
      return undefined;
    }
    const timer = setTimeout(() => setLeft(left - 1), 1000);

    return () => clearTimeout(timer);
  }, [left]);

  return [left, setLeft];
}
