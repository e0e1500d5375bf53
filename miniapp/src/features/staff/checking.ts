import type { RecentScan, RegionHint, ScanAnswer, ScanObject, ScanWant } from '@anxing/contract/scans';
import type { Decision, Direction } from '@anxing/contract/visits';

import { createStore, useStore } from '../../lib/store';

/** Somebody who was checked, by the server or on this phone. */
export interface Checked {
  id: string;
  at: number;
  object: ScanObject;
  colour: string;
  decision: Decision;
  why: string | null;
  wants: ScanWant[];
  direction: Direction;
  /** Null when it was decided without network: a code alone says no name. */
  person: ScanAnswer['person'] | null;
  region: RegionHint | null;
  recent: RecentScan[];
  hasMore: boolean;
  /** Decided without network. */
  late: { listAsOf: number | null } | null;
  /** Feedback was given. */
  isTold: boolean;
}

export type Checking =
  | { state: 'idle' }
  | { state: 'busy'; asked: string }
  | { state: 'refused'; message: string; isSessionOver: boolean; isOffDuty?: boolean }
  | { state: 'done'; checked: Checked };

const store = createStore<Checking>({ state: 'idle' });

/** The check that the guard looks at: home begins it, result and feedback go on with it. */
export const checking = store;

/** Counts the people at the door: what is answered late belongs to an older turn. */
let turn = 0;

export function currentTurn(): number {
  return turn;
}

/** The next person begins, whatever is still under way. @param asked tells a second scan of the same code */
export function beginTurn(asked: string): number {
  turn += 1;
  store.set({ state: 'busy', asked });

  return turn;
}

/** Nobody is looked at any more, nor will be by an answer that is still to come. */
export function endTurn(): void {
  turn += 1;
  store.set({ state: 'idle' });
}

/** Shows what became of a turn. @returns false when somebody else stands at the door: then nothing is shown */
export function showInTurn(own: number, result: Checking): boolean {
  if (own !== turn) {
    return false;
  }
  store.set(result);

  return true;
}

export function useChecking(): Checking {
  return useStore(store);
}

export function checkedOf(answer: ScanAnswer): Checked {
  const { id, at, object, colour, decision, why, wants, direction, person, region, recent, hasMore } = answer;
  const rest = { late: null, isTold: false };

  return {
    id,
    at,
    object,
    colour,
    decision,
    why,
    wants,
    direction,
    person,
    region,
    recent,
    hasMore,
    ...rest,
  };
}
