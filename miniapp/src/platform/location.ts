import Taro from '@tarojs/taro';

export interface Located {
  /** Degrees. */
  latitude: number;
  longitude: number;
}

interface Failure {
  errMsg?: string;
  errorMessage?: string;
  error?: number;
}

/** Refused by the person (WeChat says so in words, Alipay by 2001 and 2002), or by the phone's own settings. */
function isDenied(failure: Failure): boolean {
  const text = String(failure?.errMsg ?? failure?.errorMessage ?? '');

  return (
    /deny|denied|auth|privacy|permission|权限|未授权/i.test(text) ||
    [2001, 2002].includes(failure?.error ?? 0)
  );
}

/** Asks where the phone is, once. @returns why not: the person does not allow it, or the phone does not know */
export async function locate(): Promise<Located | 'denied' | 'unknown'> {
  try {
    const { latitude, longitude } = await Taro.getLocation({ type: 'wgs84' });
    // Alipay gives texts.
    const located = {
      latitude: Number(latitude),
      longitude: Number(longitude),
    };

    return Number.isFinite(located.latitude) && Number.isFinite(located.longitude) ? located : 'unknown';
  } catch (cause) {
    return isDenied((cause ?? {}) as Failure) ? 'denied' : 'unknown';
  }
}
