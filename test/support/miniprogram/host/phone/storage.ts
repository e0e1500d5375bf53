import { setup } from '../setup';
import { ApiError } from './apiError';

/** The browser's own storage, so that the data outlive a restart of the phone. */
const store = window.localStorage;
const prefix = 'app:';
/** Bytes of one value; WeChat allows more, Alipay does not. https://opendocs.alipay.com/mini/api/storage */
const maxValue = 200 * 1024;
const maxTotal = 10 * 1024 * 1024;

function entries(): [key: string, text: string][] {
  const keys = Object.keys(store).filter((key) => key.startsWith(prefix));

  return keys.map((key) => [key.slice(prefix.length), store.getItem(key) ?? '']);
}

function usedBytes(): number {
  return entries().reduce((sum, [key, text]) => sum + key.length + text.length, 0);
}

/** Undefined when there is nothing under the key. */
export function read(key: string): unknown {
  const text = store.getItem(prefix + key);

  return text === null ? undefined : (JSON.parse(text) as { value?: unknown }).value;
}

/** @throws ApiError when the value or the whole is too large */
export function write(key: string, value: unknown): void {
  const text = JSON.stringify({ value });
  if (text.length > maxValue) {
    throw new ApiError('entry size limit reached', 14);
  }
  if (usedBytes() + text.length > maxTotal) {
    throw new ApiError('exceed storage max size 10Mb', 14);
  }
  store.setItem(prefix + key, text);
}

export function remove(key: string): void {
  store.removeItem(prefix + key);
}

export function clear(): void {
  entries().forEach(([key]) => remove(key));
}

/** Sizes in kB. */
export function info(): { keys: string[]; currentSize: number; limitSize: number } {
  const size = Math.ceil(usedBytes() / 1024);

  return { keys: entries().map(([key]) => key), currentSize: size, limitSize: maxTotal / 1024 };
}

/** What the test put there before the phone was switched on. */
export function fillStorage(): void {
  Object.entries(setup.storage).forEach(([key, value]) => write(key, value));
}
