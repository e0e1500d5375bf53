import { limits } from '@anxing/contract/limits';
import type { LateScanAnswers, LateScans } from '@anxing/contract/scans';

import type { DoorStore, WaitingPassage } from './doorStore';

/** How the server said that it has a passage already: the first attempt had arrived after all. */
const arrivedBefore = 'same_id_other_body';

export interface Sent {
  /** Passages that the server did not take, for good. */
  refused: number;
}

function sameStand(waiting: readonly WaitingPassage[]): WaitingPassage[] {
  const end = waiting.findIndex(({ pointId }) => pointId !== waiting[0]?.pointId);

  return waiting.slice(0, end < 0 ? waiting.length : end);
}

/** One tab of the browser after the other; without locks the ids see to it that nothing counts twice. */
async function inTurn<T>(work: () => Promise<T>): Promise<T> {
  return 'locks' in navigator ? await navigator.locks.request('anxing-kiosk-late', work) : work();
}

/**
 * Sends what waits, the oldest first; what was answered waits no longer.
 * @throws what `send` throws; the rest goes on waiting
 */
export function sendWaiting(
  store: DoorStore,
  send: (late: LateScans) => Promise<LateScanAnswers>,
): Promise<Sent> {
  return inTurn(async () => {
    let refused = 0;
    for (;;) {
      const waiting = sameStand(await store.first(limits.lateScans));
      const [first] = waiting;
      if (!first) {
        return { refused };
      }
      const { items } = await send({ pointId: first.pointId, items: waiting.map(({ item }) => item) });
      const answered = items.filter(({ id }) => waiting.some(({ item }) => item.id === id));
      if (answered.length === 0) {
        throw new Error('The server answered for none of the passages');
      }
      refused += answered.filter(({ taken, code }) => !taken && code !== arrivedBefore).length;
      await store.remove(answered.map(({ id }) => id));
    }
  });
}
