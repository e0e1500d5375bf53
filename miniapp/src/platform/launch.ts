import Taro from '@tarojs/taro';

/** How the app was opened or brought back. The values are text from outside. */
export interface Entrance {
  query: Record<string, string | undefined>;
}

function toEntrance(options: unknown): Entrance {
  const query = (options as { query?: unknown } | undefined)?.query;

  return { query: query && typeof query === 'object' ? (query as Entrance['query']) : {} };
}

/** The query of the cold start. */
export function launchQuery(): Entrance['query'] {
  if (process.env.TARO_ENV === 'h5') {
    return {};
  }

  return toEntrance(Taro.getLaunchOptionsSync()).query;
}

/** A poster link with the moment of its scan, where the platform tells one. */
export interface ScannedLink {
  text: string;
  scannedAt: string;
}

function decodeOnce(text: string): string {
  try {
    return decodeURIComponent(text);
  } catch {
    return text;
  }
}

/**
 * The link that opened the app: WeChat hands it over as `q`, encoded once, with `scancode_time`;
 * Alipay as `qrCode`, plain. On H5 the page address carries the token itself.
 */
export function scannedLink(options: unknown): ScannedLink | undefined {
  const { query } = toEntrance(options);
  if (process.env.TARO_ENV === 'weapp' && query.q) {
    return { text: decodeOnce(query.q), scannedAt: query.scancode_time ?? '' };
  }
  if (process.env.TARO_ENV === 'alipay' && query.qrCode) {
    return { text: query.qrCode, scannedAt: '' };
  }

  return undefined;
}
