import Taro from '@tarojs/taro';

import { texts } from './texts';

/** Asks before something that cannot be taken back. */
export async function isConfirmed(title: string, content: string): Promise<boolean> {
  const { confirm } = await Taro.showModal({
    title,
    content,
    confirmText: texts.confirm,
    cancelText: texts.cancel,
  });

  return confirm;
}
