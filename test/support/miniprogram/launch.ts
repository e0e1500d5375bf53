import automator from 'miniprogram-automator';
import type MiniProgram from 'miniprogram-automator/out/MiniProgram';
import type { Page } from 'playwright-core';

import { launchDevTools } from './node/devtools';
import { Phone } from './node/phone';
import { pack } from './pack/pack';
import type { ApiCall, Codes, DeviceState, EnterOptions, PackedApp, Platform } from './types';

export interface LaunchOptions {
  platform: Platform;
  /** The folder with app.json. */
  dist: string;
  launch?: EnterOptions;
  /** For miniprogram-automator; any free port when left out or 0. */
  wsPort?: number;
  /** CSS pixels; 375 × 812 when left out. */
  viewport?: { width: number; height: number };
  /** What the phone has stored before the first start. */
  storage?: Record<string, unknown>;
  codes?: Partial<Codes>;
  isOffline?: boolean;
  /** WeChat only: the person agreed to the privacy question before. */
  hasAgreedToPrivacy?: boolean;
}

export interface LaunchedMiniProgram {
  miniProgram: MiniProgram;
  /** playwright's page; undefined with the real DevTools. */
  page: Page | undefined;
  /** Sends the app to the background and back, as a scan outside does. With a path, that page opens anew. */
  show(options?: EnterOptions): Promise<void>;
  /** Closes the app and opens it cold, with what it stored. The network and the codes stay as they are, mocks go. */
  restart(launch?: EnterOptions): Promise<void>;
  setOffline(isOffline: boolean): Promise<void>;
  /** An empty code means that the person refuses. */
  setCodes(codes: Partial<Codes>): Promise<void>;
  /** Tells the listeners of `on<event>`: `emit('UserCaptureScreen')`. */
  emit(event: string, payload?: unknown): Promise<void>;
  device(): Promise<DeviceState>;
  /** What the app called of wx or my, oldest first. */
  calls(name?: string): Promise<ApiCall[]>;
  setStorage(key: string, value: unknown): Promise<void>;
  /** Undefined when there is nothing under the key. */
  getStorage(key: string): Promise<unknown>;
  screenshot(): Promise<Buffer>;
  /** Errors that the app threw and did not catch, and what it used that the bench lacks. */
  errors(): string[];
  close(): Promise<void>;
}

const phoneSize = { width: 375, height: 812 };
const defaultCodes: Codes = { login: 'bench-login-code', phone: 'bench-phone-code' };

/** Reads and writes the app's own storage with the app's own functions. */
function storageOf(miniProgram: MiniProgram, platform: Platform) {
  if (platform === 'weapp') {
    return {
      setStorage: async (key: string, data: unknown) => {
        await miniProgram.callWxMethod('setStorage', { key, data });
      },
      getStorage: (key: string) =>
        miniProgram.callWxMethod('getStorage', { key }).then(
          (found: { data: unknown }) => found.data,
          () => undefined,
        ),
    };
  }

  return {
    setStorage: async (key: string, data: unknown) => {
      await miniProgram.callWxMethod('setStorageSync', { key, data });
    },
    getStorage: async (key: string) =>
      ((await miniProgram.callWxMethod('getStorageSync', { key })) as { data: unknown }).data ?? undefined,
  };
}

function packFor({ dist, platform }: LaunchOptions): PackedApp {
  const app = pack(dist);
  if (app.platform !== platform) {
    throw new Error(`${dist} is compiled for ${app.platform}, not for ${platform}`);
  }

  return app;
}

async function launchPhone(options: LaunchOptions): Promise<LaunchedMiniProgram> {
  const phone = new Phone({
    folder: options.dist,
    app: packFor(options),
    viewport: options.viewport ?? phoneSize,
    wsPort: options.wsPort ?? 0,
    settings: {
      launch: options.launch ?? {},
      codes: { ...defaultCodes, ...options.codes },
      isOffline: options.isOffline ?? false,
      hasAgreedToPrivacy: options.hasAgreedToPrivacy ?? false,
      storage: options.storage ?? {},
    },
  });
  await phone.switchOn();
  const miniProgram = await automator.connect({ wsEndpoint: phone.endpoint });
  const { page } = phone;

  return {
    miniProgram,
    page,
    show: (enter = {}) => page.evaluate((given) => window.phone.show(given), enter),
    restart: (launch = {}) => phone.restart(launch),
    setOffline: (isOffline) => phone.setOffline(isOffline),
    setCodes: (codes) => phone.setCodes(codes),
    emit: (event, payload = {}) =>
      page.evaluate(([name, given]) => window.phone.emit(name, given), [event, payload] as const),
    device: () => page.evaluate(() => window.phone.device()),
    calls: (name) => page.evaluate((given) => window.phone.calls(given), name),
    ...storageOf(miniProgram, options.platform),
    screenshot: () => page.screenshot(),
    errors: () => [...phone.errors],
    close: async () => {
      miniProgram.disconnect();
      await phone.switchOff();
    },
  };
}

/**
 * Opens a compiled mini-program, ready for miniprogram-automator: on the bench's own phone, or, for WeChat and with
 * WECHAT_DEVTOOLS_CLI set to the command-line tool of the real DevTools, there.
 * @throws when the folder holds no compiled mini-program of this platform
 */
export async function launchMiniProgram(options: LaunchOptions): Promise<LaunchedMiniProgram> {
  const cli = process.env.WECHAT_DEVTOOLS_CLI;
  if (cli && options.platform === 'weapp') {
    return launchDevTools(cli, options.dist);
  }

  return launchPhone(options);
}
