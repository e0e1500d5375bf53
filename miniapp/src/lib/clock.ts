import { useEffect, useState } from 'react';

/** ms to add to the phone's clock: the server's time rules, whatever the phone says. */
let offset = 0;

/** @param serverTime ms since 1970, just received */
export function syncClock(serverTime: number | undefined): void {
  if (serverTime !== undefined && Number.isFinite(serverTime)) {
    offset = serverTime - Date.now();
  }
}

/** ms between the server's clock and the phone's; 0 before the first answer. */
export function clockOffset(): number {
  return offset;
}

/** ms since 1970 by the server's clock; by the phone's before the first answer. */
export function now(): number {
  return Date.now() + offset;
}

/** The time, renewed at each full second, so that a screen visibly lives. */
export function useNow(isTicking = true): number {
  const [time, setTime] = useState(now);

  useEffect(() => {
    if (!isTicking) {
      return undefined;
    }
    let timer: ReturnType<typeof setTimeout>;
    const tick = () => {
      const current = now();
      setTime(current);
      timer = setTimeout(tick, 1000 - (current % 1000) + 5);
    };
    tick();

    return () => clearTimeout(timer);
  }, [isTicking]);

  return time;
}
