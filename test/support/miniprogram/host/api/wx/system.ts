import { topPage } from '../../app/navigation';
import { enterOptions, launchOptions } from '../../phone/launch';
import { capsuleRect, sizes } from '../../phone/system';
import { type ApiTable, type Handler, type Options, text } from '../call';
import { SelectorQuery } from '../query';

const deviceInfo = { brand: 'iPhone', model: 'iPhone X', platform: 'ios', system: 'iOS 16.0', abi: 'arm64' };
const baseInfo = {
  SDKVersion: '3.3.4',
  version: '8.0.50',
  language: 'zh_CN',
  theme: 'light',
  fontSizeSetting: 16,
};

const systemInfo = () => ({ ...deviceInfo, ...baseInfo, ...sizes() });

function setTitle({ title }: Options): void {
  topPage().view.titleBar.setTitle(text(title));
}

function setColour({ frontColor, backgroundColor }: Options): void {
  topPage().view.titleBar.setColours(text(frontColor), text(backgroundColor));
}

/** No newer version ever comes. */
const updateManager = {
  onCheckForUpdate: (tell: (answer: { hasUpdate: boolean }) => void) => tell({ hasUpdate: false }),
  onUpdateReady: () => undefined,
  onUpdateFailed: () => undefined,
  applyUpdate: () => undefined,
};

export const systemTable: ApiTable = {
  env: { USER_DATA_PATH: 'http://usr' },
  getSystemInfoSync: systemInfo,
  getWindowInfo: sizes,
  getDeviceInfo: () => deviceInfo,
  getAppBaseInfo: () => baseInfo,
  getSystemSetting: () => ({ bluetoothEnabled: false, locationEnabled: true, wifiEnabled: true }),
  getAppAuthorizeSetting: () => ({ cameraAuthorized: 'authorized', locationAuthorized: 'authorized' }),
  getMenuButtonBoundingClientRect: capsuleRect,
  getLaunchOptionsSync: launchOptions,
  getEnterOptionsSync: enterOptions,
  getUpdateManager: () => updateManager,
  createSelectorQuery: () => new SelectorQuery(),
  nextTick: (run: () => void) => void Promise.resolve().then(run),
};

export const systemHandlers: Record<string, Handler> = {
  getSystemInfo: systemInfo,
  getSystemInfoAsync: systemInfo,
  setNavigationBarTitle: setTitle,
  setNavigationBarColor: setColour,
  showNavigationBarLoading: () => undefined,
  hideNavigationBarLoading: () => undefined,
  hideHomeButton: () => undefined,
  setBackgroundColor: () => undefined,
  setBackgroundTextStyle: () => undefined,
  showShareMenu: () => undefined,
  hideShareMenu: () => undefined,
};
