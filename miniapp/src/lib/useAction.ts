import Taro from '@tarojs/taro';
import { useState } from 'react';

import { asApiError } from './apiError';

/** Says it on the page for a moment. */
export function say(title: string): void {
  void Taro.showToast({ title, icon: 'none' });
}

/** One thing at a time, and what went wrong is said. */
export function useAction() {
  const [isBusy, setBusy] = useState(false);

  async function run(work: () => Promise<unknown>): Promise<void> {
    setBusy(true);
    try {
      await work();
    } catch (error) {
      say(asApiError(error).message);
    } finally {
      setBusy(false);
    }
  }

  return { isBusy, run };
}
