import type { Direction } from '@anxing/contract/visits';

import { createStore, useStore } from '../../lib/store';

const store = createStore<Direction>('in');

/** Which way the people go who are checked; after a start it is in. */
export function currentDirection(): Direction {
  return store.get();
}

export function setDirection(direction: Direction): void {
  store.set(direction);
}

export function useDirection(): Direction {
  return useStore(store);
}
