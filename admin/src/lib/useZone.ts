import { useCallback } from 'react';

import { useConfig } from './config';
import { dayIn, timeIn } from './zoneTime';

/** Days and times in the configured zone; `today` and `now` go by the server's clock. */
export function useZone() {
  const { zone, clockOffset } = useConfig();

  return {
    time: useCallback((at: number) => timeIn(zone, at), [zone]),
    now: useCallback(() => Date.now() + clockOffset, [clockOffset]),
    today: useCallback(() => dayIn(zone, Date.now() + clockOffset), [zone, clockOffset]),
  };
}
