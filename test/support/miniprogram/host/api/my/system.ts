import { topPage } from '../../app/navigation';
import { enterOptions, launchOptions } from '../../phone/launch';
import { capsuleRect, sizes, titleBarHeight } from '../../phone/system';
import { type ApiTable, type Handler, type Options, text } from '../call';
import { SelectorQuery } from '../query';

const phone = { app: 'alipay', brand: 'iPhone', model: 'iPhone10,3', platform: 'iOS', system: '16.0' };
const base = {
  version: '10.5.0',
  language: 'zh-Hans',
  fontSizeSetting: 16,
  apiLevel: 1,
  performance: 'high',
};

function systemInfo() {
  const measured = sizes();
  const screen = { width: measured.screenWidth, height: measured.screenHeight };

  return { ...phone, ...base, ...measured, titleBarHeight, screen };
}

function setNavigationBar({ title, frontColor, backgroundColor }: Options): void {
  const { titleBar } = topPage().view;
  if (title !== undefined) {
    titleBar.setTitle(text(title));
  }
  titleBar.setColours(frontColor as string | undefined, backgroundColor as string | undefined);
}

const updateManager = {
  onCheckForUpdate: (tell: (answer: { hasUpdate: boolean }) => void) => tell({ hasUpdate: false }),
  onUpdateReady: () => undefined,
  onUpdateFailed: () => undefined,
  applyUpdate: () => undefined,
};

export const systemTable: ApiTable = {
  SDKVersion: '2.9.20',
  env: { USER_DATA_PATH: 'https://usr' },
  isIDE: false,
  getSystemInfoSync: systemInfo,
  getWindowInfo: sizes,
  getDeviceBaseInfo: () => phone,
  getAppBaseInfo: () => base,
  getMenuButtonBoundingClientRect: capsuleRect,
  getLaunchOptionsSync: launchOptions,
  getEnterOptionsSync: enterOptions,
  getUpdateManager: () => updateManager,
  createSelectorQuery: () => new SelectorQuery(),
  nextTick: (run: () => void) => void Promise.resolve().then(run),
};

export const systemHandlers: Record<string, Handler> = {
  getSystemInfo: systemInfo,
  setNavigationBar,
  showNavigationBarLoading: () => undefined,
  hideNavigationBarLoading: () => undefined,
  hideBackHome: () => undefined,
  getServerTime: () => ({ time: Date.now() }),
  showSharePanel: () => undefined,
};
