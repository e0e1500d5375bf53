import { readStored, writeStored } from './storage';
import { createStore, useStore } from './store';

const elder = createStore(readStored<boolean>('elder') ?? false);

/** 长辈模式: large type and high contrast. */
export function useElderMode(): boolean {
  return useStore(elder);
}

export function setElderMode(isOn: boolean): void {
  writeStored('elder', isOn);
  elder.set(isOn);
}
