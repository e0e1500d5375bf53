import type { OpenWarning } from '@anxing/contract/flow';
import { useEffect, useRef, useState } from 'react';

import { Alarm } from './alarm';

const mutedKey = 'anxing-flow-muted';

export interface AlarmControl {
  isMuted: boolean;
  /** Not muted, but the browser waits for somebody to touch the page. */
  isBlocked: boolean;
  setMuted(isMuted: boolean): void;
}

/** Sounds for warnings that nobody has seen to; muted or not is kept in the browser. */
export function useAlarm(warnings: readonly OpenWarning[]): AlarmControl {
  const [isMuted, setMuted] = useState(() => localStorage.getItem(mutedKey) === 'yes');
  const [isReady, setReady] = useState(false);
  const alarm = useRef<Alarm>(undefined);

  useEffect(() => {
    const own = new Alarm();
    alarm.current = own;
    const arm = () => void own.arm().then(setReady);
    // Not when the button goes down: the hint goes away, and what was aimed at would move.
    const gestures = ['click', 'keydown'] as const;
    gestures.forEach((gesture) => window.addEventListener(gesture, arm));

    return () => {
      gestures.forEach((gesture) => window.removeEventListener(gesture, arm));
      own.close();
    };
  }, []);

  useEffect(() => {
    const waiting = warnings.filter(({ acknowledgedAt }) => acknowledgedAt === null).map(({ id }) => id);
    if (waiting.length > 0) {
      void alarm.current?.soundFor(waiting, isMuted);
    }
  }, [warnings, isMuted, isReady]);

  return {
    isMuted,
    isBlocked: !isMuted && !isReady,
    setMuted: (muted) => {
      localStorage.setItem(mutedKey, muted ? 'yes' : 'no');
      setMuted(muted);
    },
  };
}
