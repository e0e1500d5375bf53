import Taro from '@tarojs/taro';

import type { SessionRequest } from '@anxing/contract/sessions';

/** Whether the platform itself knows who holds the phone; browsers ask for a phone number and an SMS code. */
export function hasPlatformSignIn(): boolean {
  return process.env.TARO_ENV === 'weapp' || process.env.TARO_ENV === 'alipay';
}

/** The platform's word for who holds the phone, for one sign-in; undefined when it was refused. */
export async function platformGrant(): Promise<SessionRequest | undefined> {
  try {
    // On Alipay, Taro turns this into my.getAuthCode.
    const { code } = await Taro.login();
    if (!code) {
      return undefined;
    }

    return process.env.TARO_ENV === 'alipay' ? { grant: 'alipay', code } : { grant: 'wechat', code };
  } catch {
    return undefined;
  }
}
