import type Element from 'miniprogram-automator/out/Element';
import type MiniProgram from 'miniprogram-automator/out/MiniProgram';
import type { Page } from 'playwright-core';

import { DrivenPhone } from './driver/drivenPhone';
import { benchPhone, devTools, type Opener } from './driver/openers';
import { launchOnBench } from './node/benchLaunch';
import { Phone, type PhoneOptions } from './node/phone';
import { pack } from './pack/pack';
import type { ApiCall, Codes, DeviceState, EnterOptions, Platform } from './types';

export interface LaunchOptions {
  platform: Platform;
  /** The folder with app.json. */
  dist: string;
  /**
   * `bench`, when left out: the bench's phone with all its remote control. `automator`, for WeChat: nothing but what
   * miniprogram-automator documents; in the real DevTools when WECHAT_DEVTOOLS_CLI names their command-line tool, else
   * on the bench's phone.
   */
  driver?: 'bench' | 'automator';
  launch?: EnterOptions;
  /** For miniprogram-automator; any free port when left out or 0. */
  wsPort?: number;
  /** CSS pixels; 375 × 812 when left out. */
  viewport?: { width: number; height: number };
  /** What the phone has stored before the first start. */
  storage?: Record<string, unknown>;
  codes?: Partial<Codes>;
  isOffline?: boolean;
  /** WeChat on the bench only: the person agreed to the privacy question before. */
  hasAgreedToPrivacy?: boolean;
  /** On the bench only: seconds by which its clock is ahead, behind when negative. */
  clockSkew?: number;
}

export interface LaunchedMiniProgram {
  readonly miniProgram: MiniProgram;
  /** playwright's page; undefined for a phone that is driven by miniprogram-automator alone. */
  page: Page | undefined;
  /** Sends the app to the background and back, as a scan outside does. With a path, that page opens anew. */
  show(options?: EnterOptions): Promise<void>;
  /** Closes the app and opens it cold, with what it stored. The network and the codes stay as they are, mocks go. */
  restart(launch?: EnterOptions): Promise<void>;
  setOffline(isOffline: boolean): Promise<void>;
  /** An empty code means that the person refuses. */
  setCodes(codes: Partial<Codes>): Promise<void>;
  /** Whether WeChat will ask for consent before it gives personal data; Alipay asks elsewhere. */
  asksPrivacy(): Promise<boolean>;
  /** Presses a button that asks the platform for the phone number; a question may come up that the test answers. */
  pressPhoneButton(button: Element): Promise<void>;
  /** Tells the listeners of `on<event>`: `emit('UserCaptureScreen')`. Only on the bench. */
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

function phoneFor(options: LaunchOptions): PhoneOptions {
  const { dist, platform, codes } = options;
  const app = pack(dist);
  if (app.platform !== platform) {
    throw new Error(`${dist} is compiled for ${app.platform}, not for ${platform}`);
  }

  return {
    folder: dist,
    app,
    viewport: options.viewport ?? phoneSize,
    wsPort: options.wsPort ?? 0,
    clockSkew: options.clockSkew ?? 0,
    settings: {
      launch: options.launch ?? {},
      codes: { ...defaultCodes, ...codes },
      isOffline: options.isOffline ?? false,
      hasAgreedToPrivacy: options.hasAgreedToPrivacy ?? false,
      storage: options.storage ?? {},
    },
  };
}

/** As DevTools are: it has its own size, gives no codes, and hears of a test's wishes by miniprogram-automator. */
function plainPhone({ platform, dist }: LaunchOptions): Phone {
  return new Phone(phoneFor({ platform, dist, codes: { login: '', phone: '' } }));
}

function openerFor(options: LaunchOptions): Opener {
  const cli = process.env.WECHAT_DEVTOOLS_CLI;

  return cli ? devTools(cli, options.dist) : benchPhone(plainPhone(options));
}

async function launchDriven(options: LaunchOptions): Promise<LaunchedMiniProgram> {
  if (options.platform !== 'weapp' || options.hasAgreedToPrivacy) {
    throw new Error(
      'miniprogram-automator drives WeChat only, and cannot have agreed to the privacy question',
    );
  }

  return DrivenPhone.open(openerFor(options), {
    dist: options.dist,
    launch: options.launch ?? {},
    storage: options.storage ?? {},
    codes: { ...defaultCodes, ...options.codes },
    isOffline: options.isOffline ?? false,
    width: (options.viewport ?? phoneSize).width,
  });
}

/**
 * Opens a compiled mini-program, ready for miniprogram-automator.
 * @throws when the folder holds no compiled mini-program of this platform
 */
export async function launchMiniProgram(options: LaunchOptions): Promise<LaunchedMiniProgram> {
  return options.driver === 'automator'
    ? launchDriven(options)
    : launchOnBench(phoneFor(options), options.platform);
}
