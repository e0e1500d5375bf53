import { useDidHide, useDidShow } from '@tarojs/taro';
import { useRef } from 'react';

/** Calls when the page comes back to the screen; not when it opens. */
export function useReturn(onReturn: () => void): void {
  const wasHidden = useRef(false);
  useDidHide(() => {
    wasHidden.current = true;
  });
  useDidShow(() => {
    if (wasHidden.current) {
      wasHidden.current = false;
      onReturn();
    }
  });
}
