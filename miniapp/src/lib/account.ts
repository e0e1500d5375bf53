import type { Me } from '@anxing/contract/me';

import { asApiError } from './apiError';
import { request } from './request';
import { isSignedIn } from './session';
import { readStored, removeStored, writeStored } from './storage';
import { createStore, useStore } from './store';

/** The signed-in person as the server last told; undefined before that, and when nobody is signed in. */
const store = createStore<Me | undefined>(undefined);

/** @returns undefined when nobody is signed in @throws ApiError */
export async function loadMe(): Promise<Me | undefined> {
  if (!isSignedIn()) {
    store.set(undefined);

    return undefined;
  }
  try {
    const me = await request<Me>('GET', 'me');
    // The person may have signed out meanwhile.
    if (isSignedIn()) {
      writeStored('owner', [me.name, me.idNumber].join('|'));
      store.set(me);
    }
  } catch (cause) {
    if (isSignedIn()) {
      throw asApiError(cause);
    }
    store.set(undefined);
  }

  return store.get();
}

export function knownMe(): Me | undefined {
  return store.get();
}

export function forgetMe(): void {
  removeStored('owner');
  store.set(undefined);
}

export function useMe(): Me | undefined {
  return useStore(store);
}

/**
 * Tells persons on one phone apart without keeping who they are: the server shows name and number masked.
 * Kept, since a check-in may be made before the server can be asked.
 */
export function currentOwner(): string {
  return isSignedIn() ? (readStored<string>('owner') ?? '') : '';
}
