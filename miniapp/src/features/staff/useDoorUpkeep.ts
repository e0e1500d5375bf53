import { useEffect } from 'react';

import { sendLate } from '../../lib/staff/sendLate';
import { keepAwake } from '../../platform/screen';
import { refreshDoorLists } from './doorLists';

/** ms between two fetches of keys and revocations, and between attempts to send what waits. */
const listInterval = 120_000;
const sendInterval = 10_000;

/** While somebody works at a door: fresh lists, nothing left waiting, and a screen that stays on. */
export function useDoorUpkeep(isActive: boolean): void {
  useEffect(() => {
    if (!isActive) {
      return undefined;
    }
    keepAwake(true);
    void refreshDoorLists();
    void sendLate();
    const lists = setInterval(() => void refreshDoorLists(), listInterval);
    const late = setInterval(() => void sendLate(), sendInterval);

    return () => {
      keepAwake(false);
      clearInterval(lists);
      clearInterval(late);
    };
  }, [isActive]);
}
