import { useEffect } from 'react';

/** A browser asks before the page is closed while something waits to be sent. */
export function useLeaveWarning(isWaiting: boolean): void {
  useEffect(() => {
    if (!isWaiting) {
      return undefined;
    }
    const warn = (event: BeforeUnloadEvent) => event.preventDefault();
    window.addEventListener('beforeunload', warn);

    return () => window.removeEventListener('beforeunload', warn);
  }, [isWaiting]);
}
