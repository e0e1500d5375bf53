import Taro from '@tarojs/taro';

/** Whether the platform brings its own scanner; H5 pages show a viewfinder. */
export function hasPlatformScanner(): boolean {
  return process.env.TARO_ENV === 'weapp' || process.env.TARO_ENV === 'alipay';
}

/**
 * Opens the scanner of WeChat or Alipay, for the camera only: a poster in the album is a poster of another day.
 * @returns the text that was read, or undefined when the person came back without one
 */
export async function scanWithPlatform(): Promise<string | undefined> {
  const options = { onlyFromCamera: true, scanType: ['qrCode' as const], imageChannel: ['camera'] };
  try {
    const { result } = await Taro.scanCode(options);

    return result || undefined;
  } catch {
    return undefined;
  }
}
