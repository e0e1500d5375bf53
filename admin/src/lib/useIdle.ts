import { useEffect, useRef } from 'react';

const signs = ['pointerdown', 'pointermove', 'keydown', 'wheel'] as const;

/** Calls `act` whenever nobody has touched keyboard or mouse for so many ms. */
export function useIdle(ms: number, act: () => void): void {
  const latest = useRef(act);
  useEffect(() => {
    latest.current = act;
  });

  useEffect(() => {
    let timer: ReturnType<typeof setTimeout>;
    const begin = (): void => {
      clearTimeout(timer);
      timer = setTimeout(() => latest.current(), ms);
    };
    begin();
    signs.forEach((sign) => window.addEventListener(sign, begin, true));

    return () => {
      clearTimeout(timer);
      signs.forEach((sign) => window.removeEventListener(sign, begin, true));
    };
  }, [ms]);
}
