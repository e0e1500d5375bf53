import { useEffect } from 'react';

/** Keeps the screen from going dark, where a browser can. */
export function useAwake(): void {
  useEffect(() => {
    let lock: WakeLockSentinel | undefined;
    let isLeft = false;

    async function ask(): Promise<void> {
      if (!('wakeLock' in navigator) || document.visibilityState !== 'visible') {
        return;
      }
      try {
        lock = await navigator.wakeLock.request('screen');
      } catch {
        // Low battery, or the operating system says no: the page works all the same.
      }
      if (isLeft) {
        void lock?.release();
      }
    }

    const again = () => void ask();
    void ask();
    // A browser takes it back when the page is hidden.
    document.addEventListener('visibilitychange', again);

    return () => {
      isLeft = true;
      document.removeEventListener('visibilitychange', again);
      void lock?.release();
    };
  }, []);
}
