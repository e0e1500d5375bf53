import type { ClientKind } from '@anxing/contract/sessions';

export type Client = Extract<ClientKind, 'weapp' | 'alipay' | 'h5'>;

/** Which of the three programs is running; sent to the API as `x-anxing-client`. */
export function client(): Client {
  if (process.env.TARO_ENV === 'weapp') {
    return 'weapp';
  }

  return process.env.TARO_ENV === 'alipay' ? 'alipay' : 'h5';
}

/** Browsers keep their session in cookies that scripts cannot read; the others hold tokens. */
export function keepsTokens(): boolean {
  return client() !== 'h5';
}
