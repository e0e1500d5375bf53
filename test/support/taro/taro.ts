import { useEffect, useRef } from 'react';

import { phone, type WireRequest } from './phone';

/** Stands in for @tarojs/taro: the functions that the app uses, on the phone of `phone.ts`. */
function useEvent(event: string, listener: (payload?: unknown) => void): void {
  const latest = useRef(listener);
  latest.current = listener;
  useEffect(() => phone.listen(event, (payload) => latest.current(payload)), [event]);
}

const eventHook = (event: string) => (listener: (payload?: unknown) => void) => useEvent(event, listener);

export const useDidShow = eventHook('didShow');
export const useDidHide = eventHook('didHide');
export const useLaunch = eventHook('launch');
export const usePageNotFound = eventHook('pageNotFound');
export const usePullDownRefresh = eventHook('pullDown');
export const useReachBottom = eventHook('reachBottom');
export const useTabItemTap = eventHook('tabTap');
export const useRouter = () => ({ params: phone.params });

const move =
  (kind: string) =>
  async ({ url }: { url: string }): Promise<void> => {
    phone.moves.push(`${kind} ${url}`);
  };

/** Every query finds the phone's one canvas. */
const selectorQuery = {
  select: () => selectorQuery,
  fields: () => selectorQuery,
  exec: (take: (found: unknown[]) => void) => take([{ node: phone.canvas, width: 246 }]),
};

const Taro = {
  createSelectorQuery: () => selectorQuery,
  getSystemInfoSync: () => ({ pixelRatio: 2 }),
  getStorageSync: (key: string) => phone.storage.get(key) ?? '',
  setStorageSync: (key: string, value: string) => void phone.storage.set(key, value),
  removeStorageSync: (key: string) => void phone.storage.delete(key),
  request: async (request: WireRequest) => phone.network(request),
  getLaunchOptionsSync: () => phone.launchOptions,
  navigateTo: move('open'),
  switchTab: move('tab'),
  reLaunch: move('start'),
  redirectTo: move('replace'),
  showToast: async ({ title }: { title: string }) => void phone.toasts.push(title),
  showModal: async () => ({ confirm: true, cancel: false }),
  pageScrollTo: async () => undefined,
  stopPullDownRefresh: () => undefined,
  nextTick: (task: () => void) => void Promise.resolve().then(task),
  login: async () => ({ code: 'login-code' }),
  scanCode: async () => {
    if (phone.scanned === undefined) {
      throw new Error('scanCode:fail cancel');
    }

    return { result: phone.scanned };
  },
};

export default Taro;
