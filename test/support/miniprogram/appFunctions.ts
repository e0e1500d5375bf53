import type MiniProgram from 'miniprogram-automator/out/MiniProgram';

import type { Platform } from './types';

/** Reads and writes the app's own storage with the app's own functions. */
export function appStorage(miniProgram: MiniProgram, platform: Platform) {
  if (platform === 'weapp') {
    return {
      setStorage: async (key: string, data: unknown) => {
        await miniProgram.callWxMethod('setStorage', { key, data });
      },
      getStorage: (key: string): Promise<unknown> =>
        miniProgram.callWxMethod('getStorage', { key }).then(
          (found: { data: unknown }) => found.data,
          () => undefined,
        ),
    };
  }

  return {
    setStorage: async (key: string, data: unknown) => {
      await miniProgram.callWxMethod('setStorageSync', { key, data });
    },
    getStorage: async (key: string): Promise<unknown> =>
      ((await miniProgram.callWxMethod('getStorageSync', { key })) as { data: unknown }).data ?? undefined,
  };
}

/** Whether WeChat will ask for consent before it gives personal data; Alipay asks elsewhere. */
export async function asksPrivacy(miniProgram: MiniProgram): Promise<boolean> {
  const setting = (await miniProgram.callWxMethod('getPrivacySetting', {})) as { needAuthorization: boolean };

  return setting.needAuthorization;
}
