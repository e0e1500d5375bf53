import Taro from '@tarojs/taro';

type NativeFunction = (options?: unknown) => unknown;

export interface FileSystem {
  readFile: NativeFunction;
}

/** Functions of the platform that older versions, or the other platform, do not have. */
export interface NativeFunctions {
  getRandomValues?: NativeFunction;
  onNeedPrivacyAuthorization?: (listener: (resolve: (answer: PrivacyAnswer) => void) => void) => void;
  openPrivacyContract?: NativeFunction;
  startVerify?: NativeFunction;
  getPhoneNumber?: NativeFunction;
  getNetworkType?: NativeFunction;
  onNetworkStatusChange?: (listener: (result: { isConnected: boolean }) => void) => void;
  getScreenBrightness?: NativeFunction;
  setScreenBrightness?: NativeFunction;
  setKeepScreenOn?: NativeFunction;
  setNavigationBarColor?: NativeFunction;
  exitMiniProgram?: NativeFunction;
  chooseMedia?: NativeFunction;
  chooseImage?: NativeFunction;
  compressImage?: NativeFunction;
  downloadFile?: NativeFunction;
  previewImage?: NativeFunction;
  openDocument?: NativeFunction;
  vibrateShort?: NativeFunction;
  vibrateLong?: NativeFunction;
  createInnerAudioContext?: () => unknown;
  getFileSystemManager?: () => FileSystem;
}

export interface PrivacyAnswer {
  event: 'agree' | 'disagree' | 'exposureAuthorization';
  buttonId?: string;
}

export function native(): NativeFunctions {
  return Taro as unknown as NativeFunctions;
}

/** Calls a function that takes `success` and `fail`; undefined when it failed or does not exist. */
export function callNative<T>(call: NativeFunction | undefined, options: object): Promise<T | undefined> {
  if (!call) {
    return Promise.resolve(undefined);
  }

  return new Promise((resolve) => {
    const answer = call({
      ...options,
      success: (result: T) => resolve(result),
      fail: () => resolve(undefined),
    });
    Promise.resolve(answer).catch(() => resolve(undefined));
  });
}
