import type { LateScans } from '@anxing/contract/scans';

import { readStored, writeStored } from '../storage';
import { createStore, type ReadableStore } from '../store';

/** A passage that was decided on this phone. It keeps its own id, so that it counts once however often it is sent. */
export type LatePassage = LateScans['items'][number] & {
  /** Id of the staff member: only his session sends it. */
  owner: string;
  pointId: string;
};

/** One that the server did not take, for good, and why. */
export interface Dropped {
  id: string;
  code: string;
}

interface Queue {
  waiting: LatePassage[];
  dropped: Dropped[];
}

/** What the phone's storage holds under one key, with room to spare: some 400 bytes each. */
export const mostWaiting = 300;

const store = createStore<Queue>(readStored<Queue>('staffQueue') ?? { waiting: [], dropped: [] });

/** What waits on this phone to be uploaded, oldest first. */
export const lateQueue: ReadableStore<Queue> = store;

/** @returns false when the phone did not keep it, so that it would not survive a restart */
function change(next: Queue): boolean {
  store.set(next);

  return writeStored('staffQueue', next);
}

/** @returns whether it is kept: when too many wait, or the storage is full, nothing is */
export function keepLate(passage: LatePassage): boolean {
  const before = store.get();
  if (before.waiting.length >= mostWaiting) {
    return false;
  }
  const isKept = change({ ...before, waiting: [...before.waiting, passage] });
  if (!isKept) {
    store.set(before);
  }

  return isKept;
}

/** What was measured or told later, as long as it waits. */
export function amendLate(id: string, parts: Partial<Omit<LatePassage, 'id' | 'owner'>>): void {
  const { waiting, dropped } = store.get();
  change({ waiting: waiting.map((each) => (each.id === id ? { ...each, ...parts } : each)), dropped });
}

export function isWaiting(id: string): boolean {
  return store.get().waiting.some((each) => each.id === id);
}

/** Ends the waiting of passages, and keeps what is to be told of those that were not taken. */
export function settleLate(ids: readonly string[], refused: readonly Dropped[]): void {
  const { waiting, dropped } = store.get();
  change({
    waiting: waiting.filter((each) => !ids.includes(each.id)),
    dropped: [...dropped, ...refused].slice(-mostWaiting),
  });
}

export function dismissDropped(): void {
  change({ ...store.get(), dropped: [] });
}
