import Taro from '@tarojs/taro';

/** Whether the platform brings its own scanner; H5 pages show a viewfinder. */
export function hasPlatformScanner(): boolean {
  return process.env.TARO_ENV === 'weapp' || process.env.TARO_ENV === 'alipay';
}

interface Wishes {
  /** Also from a picture: a poster in the album is of another day, but nobody films the screen of the own phone. */
  hasAlbum?: boolean;
}

/**
 * Opens the scanner of WeChat or Alipay, for the camera only unless told.
 * @returns the text that was read, or undefined when the person came back without one
 */
export async function scanWithPlatform({ hasAlbum = false }: Wishes = {}): Promise<string | undefined> {
  const options = {
    onlyFromCamera: !hasAlbum,
    scanType: ['qrCode' as const],
    imageChannel: hasAlbum ? ['camera', 'album'] : ['camera'],
  };
  try {
    const { result } = await Taro.scanCode(options);

    return result || undefined;
  } catch {
    return undefined;
  }
}
