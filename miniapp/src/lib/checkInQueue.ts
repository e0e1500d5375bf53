import { timeOfUuid7 } from '@anxing/contract/uuid7';
import type { Direction, VisitAnswer } from '@anxing/contract/visits';

import { readStored, writeStored } from './storage';
import { createStore, type ReadableStore } from './store';

/** One check-in or leaving. It keeps its own id from the first attempt to the last, so that it counts once. */
export interface CheckIn {
  id: string;
  /** Whose it is: only that person's session sends it. */
  owner: string;
  /** The name of the place, when it was known. */
  place: string | null;
  direction: Direction;
  poster?: string;
  passage?: string;
}

/** What became of a check-in that waited; told once. */
export interface Outcome {
  id: string;
  place: string | null;
  /** ms since 1970: when the person checked in. */
  at: number;
  /** Why it was not accepted; null when it was. */
  refusal: string | null;
  answer: VisitAnswer | null;
}

interface Queue {
  waiting: CheckIn[];
  outcomes: Outcome[];
}

const empty: Queue = { waiting: [], outcomes: [] };

const store = createStore<Queue>(readStored<Queue>('checkIns') ?? empty);

/** What waits on this phone, and what became of it. */
export const queue: ReadableStore<Queue> = store;

function change(next: Queue): void {
  writeStored('checkIns', next);
  store.set(next);
}

/** Keeps a check-in on the phone; a second time changes nothing. */
export function keepCheckIn(checkIn: CheckIn): void {
  const { waiting, outcomes } = queue.get();
  if (!waiting.some((each) => each.id === checkIn.id)) {
    change({ waiting: [...waiting, checkIn], outcomes });
  }
}

export function removeCheckIn(checkIn: CheckIn): void {
  const { waiting, outcomes } = queue.get();
  change({ waiting: waiting.filter((each) => each.id !== checkIn.id), outcomes });
}

/** Ends the waiting of a check-in and tells how. */
export function closeCheckIn(checkIn: CheckIn, how: Pick<Outcome, 'refusal' | 'answer'>): void {
  const outcome = { id: checkIn.id, place: checkIn.place, at: timeOfUuid7(checkIn.id), ...how };
  removeCheckIn(checkIn);
  change({ ...queue.get(), outcomes: [...queue.get().outcomes, outcome] });
}

/** Called when the person has read an outcome. */
export function dismissOutcome(id: string): void {
  const { waiting, outcomes } = queue.get();
  change({ waiting, outcomes: outcomes.filter((outcome) => outcome.id !== id) });
}

/** When a person signs out, what waits goes with them. */
export function forgetCheckIns(): void {
  change(empty);
}
