import { ApiError } from '../../phone/apiError';
import * as storage from '../../phone/storage';
import { type ApiTable, type Handler, text } from '../call';

interface Entry {
  key: string;
  data?: unknown;
}

function failure(cause: unknown) {
  const { code, message } = cause as ApiError;

  return { error: code, errorMessage: message };
}

function write(key: string, data: unknown) {
  try {
    storage.write(key, data);

    return { success: true };
  } catch (cause) {
    return failure(cause);
  }
}

/** Alipay's functions take and give objects, and a missing value is null, not a failure. */
export const storageTable: ApiTable = {
  getStorageSync: ({ key }: Entry) => ({ data: storage.read(key) ?? null, success: true }),
  setStorageSync: ({ key, data }: Entry) => write(key, data),
  removeStorageSync: ({ key }: Entry) => storage.remove(key),
  clearStorageSync: () => storage.clear(),
  getStorageInfoSync: () => ({ ...storage.info(), success: true }),
};

function required(key: unknown): string {
  if (!key) {
    throw new ApiError('必填参数为空', 2);
  }

  return text(key);
}

export const storageHandlers: Record<string, Handler> = {
  getStorage: ({ key }) => ({ data: storage.read(required(key)) ?? null }),
  setStorage: ({ key, data }) => storage.write(required(key), data),
  removeStorage: ({ key }) => storage.remove(required(key)),
  clearStorage: () => storage.clear(),
  getStorageInfo: () => storage.info(),
};
