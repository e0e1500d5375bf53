import { useCallback } from 'react';

import { useConfig } from './config';
import { dayIn, instantIn, timeIn } from './zoneTime';

/** Days and times in the configured zone; `today` and `now` go by the server's clock. */
export function useZone() {
  const { zone, clockOffset } = useConfig();

  return {
    time: useCallback((at: number) => timeIn(zone, at), [zone]),
    /** ms of a moment `YYYY-MM-DDTHH:mm`. */
    instant: useCallback((moment: string) => instantIn(zone, moment), [zone]),
    now: useCallback(() => Date.now() + clockOffset, [clockOffset]),
    today: useCallback(() => dayIn(zone, Date.now() + clockOffset), [zone, clockOffset]),
  };
}
