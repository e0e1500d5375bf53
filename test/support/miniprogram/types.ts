/** What the Node side and the phone in the browser tell each other. Types only: this file is bundled for both. */

export type Platform = 'weapp' | 'alipay';

export type Query = Record<string, string>;

/** How the mini-program is opened, or brought back: what `onLaunch` and `onShow` of the app get. */
export interface EnterOptions {
  /** Without a leading slash; the first page of app.json when left out. */
  path?: string;
  /** WeChat hands over a scanned link as `q`, encoded once; Alipay as `qrCode`, plain. */
  query?: Query;
  /** WeChat's scene value; 1001 when left out, 1011 for a scanned QR code. */
  scene?: number;
  referrerInfo?: Record<string, unknown>;
}

/** One-time codes that the platform would give. */
export interface Codes {
  /** wx.login, my.getAuthCode */
  login: string;
  /** `code` of WeChat's phone button, `response` of my.getPhoneNumber */
  phone: string;
}

export interface TabItem {
  pagePath: string;
  text?: string;
  name?: string;
  iconPath?: string;
  icon?: string;
  selectedIconPath?: string;
  activeIcon?: string;
}

export interface TabBarJson {
  color?: string;
  textColor?: string;
  selectedColor?: string;
  backgroundColor?: string;
  list?: TabItem[];
  items?: TabItem[];
}

/** app.json, the json of a page or of a component, and the `window` part of app.json: all fields are optional. */
export interface ConfigJson {
  component?: boolean;
  usingComponents?: Record<string, string>;
  styleIsolation?: string;
  pages?: string[];
  subPackages?: { root: string; pages: string[] }[];
  window?: ConfigJson;
  tabBar?: TabBarJson;
  __usePrivacyCheck__?: boolean;
  navigationBarTitleText?: string;
  defaultTitle?: string;
  navigationBarBackgroundColor?: string;
  titleBarColor?: string;
  navigationBarTextStyle?: string;
  navigationStyle?: string;
  transparentTitle?: string;
  backgroundColor?: string;
  enablePullDownRefresh?: boolean;
  pullRefresh?: boolean;
  onReachBottomDistance?: number;
}

/** A compiled mini-program, made ready for the browser. Names are paths without their extension. */
export interface PackedApp {
  platform: Platform;
  scripts: Record<string, string>;
  json: Record<string, ConfigJson>;
  styles: Record<string, string>;
  templates: string[];
  /** JavaScript, from glass-easel's template compiler. */
  templateCode: string;
  /** Alipay's spelling of an event by its name in lower case: longtap → longTap. */
  eventNames: Record<string, string>;
  /** What the template compiler complained about. */
  warnings: string[];
}

/** What the phone is like when it is switched on. */
export interface PhoneSettings {
  launch: EnterOptions;
  codes: Codes;
  isOffline: boolean;
  /** Whether the person has agreed to WeChat's privacy question before. */
  hasAgreedToPrivacy: boolean;
  storage: Record<string, unknown>;
}

export interface PhoneSetup extends PhoneSettings {
  app: PackedApp;
}

/** A request that the phone asks Node to send, since a browser page may not reach other origins. */
export interface WireRequest {
  id: number;
  url: string;
  method: string;
  headers: Record<string, string>;
  /** Base64. */
  body?: string;
  /** ms */
  timeout: number;
}

export type WireAnswer =
  | { ok: true; status: number; headers: [name: string, value: string][]; body: string }
  | { ok: false; reason: 'timeout' | 'aborted' | 'unreachable' | 'forbidden'; message: string };

/** What the phone has been told to do with the hardware, for a test to look at. */
export interface DeviceState {
  /** 0 to 1 */
  brightness: number;
  keepsScreenOn: boolean;
  vibrations: ('short' | 'long')[];
  /** Files that were played. */
  sounds: string[];
  clipboard: string;
  isOffline: boolean;
  calledNumbers: string[];
  savedImages: string[];
}

/** One call that the app made of `wx` or `my`. */
export interface ApiCall {
  name: string;
  args: unknown[];
}

/** The phone's own remote control, on `window.phone`. */
export interface PhoneRemote {
  automator(method: string, params: Record<string, unknown>): Promise<unknown>;
  /** The middle of an element, scrolled into view; refuses one that a finger could not reach. */
  pointOf(elementId: string): { x: number; y: number };
  show(options: EnterOptions): void;
  setOffline(isOffline: boolean): void;
  setCodes(codes: Partial<Codes>): void;
  emit(event: string, payload: unknown): void;
  device(): DeviceState;
  calls(name?: string): ApiCall[];
}

declare global {
  interface Window {
    phoneSetup: PhoneSetup;
    phone: PhoneRemote;
    isPhoneReady: boolean;
    /** Given by Node. */
    sendFromNode(request: WireRequest): Promise<WireAnswer>;
    abortInNode(id: number): Promise<void>;
    tellNode(kind: 'error' | 'log' | 'binding', text: string): Promise<void>;
  }
}
