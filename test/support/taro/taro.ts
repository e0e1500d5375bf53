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

interface Answers {
  success?: (answer: unknown) => void;
  fail?: (reason: unknown) => void;
}

/** Answers as the platforms do: by callback, and by a promise of the same. */
function settle({ success, fail }: Answers, answer: unknown, reason?: unknown): Promise<unknown> {
  if (reason !== undefined) {
    fail?.(reason);

    return Promise.reject(reason);
  }
  success?.(answer);

  return Promise.resolve(answer);
}

function choose(options: Answers & { count: number }) {
  const paths = phone.album.slice(0, options.count);
  const reason =
    phone.albumRefusal ?? (paths.length === 0 ? { errMsg: 'chooseMedia:fail cancel' } : undefined);
  const answer = { tempFiles: paths.map((tempFilePath) => ({ tempFilePath })), tempFilePaths: paths };

  return settle(options, answer, reason);
}

function compress(options: Answers & { src?: string; apFilePaths?: string[] }) {
  const made = phone.compressed.get(options.src ?? options.apFilePaths?.[0] ?? '');
  const reason = made === undefined ? { errMsg: 'compressImage:fail' } : undefined;

  return settle(options, options.src ? { tempFilePath: made } : { apFilePaths: [made] }, reason);
}

function readFile(options: Answers & { filePath: string; encoding?: string }) {
  const data = phone.files.get(options.filePath);
  const reason = data === undefined ? { errMsg: 'readFile:fail no such file' } : undefined;
  settle(options, { data: options.encoding === 'base64' ? data : new ArrayBuffer(0) }, reason).catch(
    () => undefined,
  );
}

function download(options: Answers & { url: string; header?: Record<string, string> }) {
  phone.downloads.push({ url: options.url, header: options.header });

  return settle(options, { statusCode: 200, tempFilePath: `tmp://${phone.downloads.length}` });
}

function feel(kind: 'short' | 'long', options: Answers) {
  phone.vibrations.push(kind);

  return settle(options, {});
}

const Taro = {
  chooseMedia: choose,
  chooseImage: choose,
  compressImage: compress,
  getFileSystemManager: () => ({ readFile }),
  downloadFile: download,
  previewImage: (options: Answers & { current: string }) => {
    phone.previews.push(options.current);

    return settle(options, {});
  },
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
  showModal: async () => ({ confirm: phone.confirms, cancel: !phone.confirms }),
  pageScrollTo: async () => undefined,
  stopPullDownRefresh: () => undefined,
  navigateBack: async () => void phone.moves.push('back'),
  vibrateShort: (options: Answers) => feel('short', options),
  vibrateLong: (options: Answers) => feel('long', options),
  setKeepScreenOn: (options: Answers) => settle(options, {}),
  canIUse: (name: string) => name === 'createInnerAudioContext' && phone.hasSound,
  createInnerAudioContext: () => {
    const player = { src: '', stop: () => undefined, play: () => void phone.sounds.push(player.src) };

    return player;
  },
  getLocation: async () => {
    if (phone.location === undefined) {
      throw { errMsg: 'getLocation:fail auth deny' };
    }

    return phone.location;
  },
  nextTick: (task: () => void) => void Promise.resolve().then(task),
  login: async () => ({ code: 'login-code' }),
  scanCode: async (wishes: unknown) => {
    phone.scannerWishes = wishes;
    if (phone.scanned === undefined) {
      throw new Error('scanCode:fail cancel');
    }

    return { result: phone.scanned };
  },
};

export default Taro;
