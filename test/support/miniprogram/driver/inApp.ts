import type { ApiCall } from '../types';

/*
 * What runs inside the app: miniprogram-automator sends these functions there as source text. So each of them may use
 * its own arguments and what WeChat gives, and nothing else of this file.
 */

type Callable = (...args: unknown[]) => unknown;

interface Options {
  success?: (result: object) => void;
  fail?: (failure: object) => void;
  complete?: (outcome: object) => void;
}

/** Kept in the app, where the replaced functions find it. */
interface Driven {
  calls: ApiCall[];
  isOffline: boolean;
}

type Methods = Record<string, Callable | undefined>;

declare const wx: Record<string, Callable>;
declare function getApp(): Methods & { driven: Driven };
declare function getCurrentPages(): Methods[];

/**
 * Puts functions in the place of some of WeChat's: they note each call and pass it on.
 * Not done with mockWxMethod: what a mock does to callbacks, and how it is taken back, is not documented.
 */
export function noteCalls(names: string[]): void {
  const driven: Driven = { calls: [], isOffline: false };
  const withoutFunctions = (_: string, part: unknown) => (typeof part === 'function' ? undefined : part);
  const plain = (args: unknown[]) => JSON.parse(JSON.stringify(args, withoutFunctions)) as unknown[];
  getApp().driven = driven;
  names.forEach((name) => {
    const original = wx[name];
    const value: Callable = (...args) => {
      driven.calls.push({ name, args: plain(args) });

      return original?.apply(wx, args);
    };
    Object.defineProperty(wx, name, { value, configurable: true, enumerable: true, writable: true });
  });
}

/** While the app is held offline, requests fail as they do without a network, and there is no type of network. */
export function followNetwork(failure: object): void {
  const { driven } = getApp();
  const noNetwork = { errMsg: 'getNetworkType:ok', networkType: 'none' };
  const task = {
    abort: () => undefined,
    onHeadersReceived: () => undefined,
    offHeadersReceived: () => undefined,
  };
  const outcomes: Record<string, (options: Options) => unknown> = {
    request: ({ fail, complete }) => {
      setTimeout(() => {
        fail?.(failure);
        complete?.(failure);
      }, 0);

      return task;
    },
    getNetworkType: ({ success, complete }) => {
      success?.(noNetwork);
      complete?.(noNetwork);

      return Promise.resolve(noNetwork);
    },
  };
  Object.keys(outcomes).forEach((name) => {
    const original = wx[name];
    const value = (options: Options = {}) =>
      driven.isOffline ? outcomes[name]?.(options) : original?.call(wx, options);
    Object.defineProperty(wx, name, { value, configurable: true, enumerable: true, writable: true });
  });
}

export function holdOffline(isOffline: boolean): void {
  getApp().driven.isOffline = isOffline;
}

export function notedCalls(): ApiCall[] {
  return getApp().driven.calls;
}

/** What a phone tells page and app when another app comes to the front. */
export function leave(): void {
  getCurrentPages().slice(-1)[0]?.onHide?.();
  getApp().onHide?.();
}

/** What a phone tells app and page when the app comes to the front. */
export function comeBack(entrance: object, how: { isStart: boolean; isPageKept: boolean }): void {
  if (how.isStart) {
    getApp().onLaunch?.(entrance);
  }
  getApp().onShow?.(entrance);
  if (how.isPageKept) {
    getCurrentPages().slice(-1)[0]?.onShow?.();
  }
}

/** Answers, perhaps after the person did, with the reason why not, or with an empty text. */
export function askPrivacy(): Promise<string> {
  return new Promise((resolve) => {
    wx.requirePrivacyAuthorize?.({
      success: () => resolve(''),
      fail: ({ errMsg }: { errMsg: string }) => resolve(errMsg),
    });
  });
}
