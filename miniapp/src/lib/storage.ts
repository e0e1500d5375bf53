import Taro from '@tarojs/taro';

/** Everything the app keeps on the phone, by name. Nothing else writes to the phone's storage. */
export type StorageKey =
  | 'session'
  | 'owner'
  | 'consent'
  | 'config'
  | 'elder'
  | 'device'
  | 'lastCode'
  | 'outagePass'
  | 'checkIns'
  | 'lastPlace'
  | 'entrance'
  | 'destination'
  | 'faceTicket'
  | 'appealDrafts'
  | 'staffSession'
  | 'staffDesk'
  | 'staffToday'
  | 'staffQueue'
  | `staffQueue.${number}`
  | 'doorLists';

const prefix = 'anxing.';

/** What was kept, or undefined: when nothing was, when it cannot be read, or storage is switched off. */
export function readStored<T>(key: StorageKey): T | undefined {
  try {
    const text: unknown = Taro.getStorageSync(prefix + key);

    return typeof text === 'string' && text !== '' ? (JSON.parse(text) as T) : undefined;
  } catch {
    return undefined;
  }
}

/** @returns false when the phone refused, for example because its storage is full */
export function writeStored(key: StorageKey, value: unknown): boolean {
  try {
    Taro.setStorageSync(prefix + key, JSON.stringify(value));

    return true;
  } catch {
    return false;
  }
}

export function removeStored(key: StorageKey): void {
  try {
    Taro.removeStorageSync(prefix + key);
  } catch {
    // Nothing was kept then.
  }
}
