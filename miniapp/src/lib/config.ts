import type { PublicConfig } from '@anxing/contract/publicConfig';

import { setZone } from './format';
import { request } from './request';
import { readStored, writeStored } from './storage';
import { createStore, useStore } from './store';

export type Colour = PublicConfig['colours'][number];

/** The last configuration that was received: it must do while there is no network. */
const store = createStore<PublicConfig | undefined>(readStored<PublicConfig>('config'));

/** ms */
const freshFor = 5 * 60_000;
let loadedAt = 0;

if (store.get()) {
  setZone(store.get()?.zone ?? '');
}

/** The configuration, renewed every few minutes. @throws ApiError when there is none at all */
export async function loadConfig(): Promise<PublicConfig> {
  const known = store.get();
  if (known && Date.now() - loadedAt < freshFor) {
    return known;
  }
  try {
    const config = await request<PublicConfig>('GET', 'config');
    loadedAt = Date.now();
    setZone(config.zone);
    writeStored('config', config);
    store.set(config);

    return config;
  } catch (cause) {
    if (known) {
      return known;
    }
    throw cause;
  }
}

export function knownConfig(): PublicConfig | undefined {
  return store.get();
}

export function useConfig(): PublicConfig | undefined {
  return useStore(store);
}

/** Grey, for a colour that the configuration does not name, or before there is one. */
const unknownColour: Colour = {
  name: 'unknown',
  label: '未知',
  word: '核验中',
  shape: 'ring',
  background: '#5b6470',
  ink: '#ffffff',
  decision: 'ask',
};

export function colourOf(config: PublicConfig | undefined, name: string): Colour {
  const colours = config?.colours ?? [];
  const named = colours.find((colour) => colour.name === name);

  return named ?? colours.find((colour) => colour.name === 'unknown') ?? unknownColour;
}

export function useColour(name: string): Colour {
  return colourOf(useConfig(), name);
}
