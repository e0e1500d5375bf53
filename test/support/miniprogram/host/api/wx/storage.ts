import { ApiError } from '../../phone/apiError';
import * as storage from '../../phone/storage';
import { type ApiTable, type Handler, text } from '../call';

export const storageTable: ApiTable = {
  getStorageSync: (key: string) => storage.read(key) ?? '',
  setStorageSync: (key: string, data: unknown) => storage.write(key, data),
  removeStorageSync: (key: string) => storage.remove(key),
  clearStorageSync: () => storage.clear(),
  getStorageInfoSync: () => storage.info(),
};

export const storageHandlers: Record<string, Handler> = {
  getStorage: ({ key }) => {
    const data = storage.read(text(key));
    if (data === undefined) {
      throw new ApiError('data not found', 1);
    }

    return { data };
  },
  setStorage: ({ key, data }) => storage.write(text(key), data),
  removeStorage: ({ key }) => storage.remove(text(key)),
  clearStorage: () => storage.clear(),
  getStorageInfo: () => storage.info(),
};
