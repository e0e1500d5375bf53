import { useSyncExternalStore } from 'react';

const query = '(prefers-reduced-motion: reduce)';

function subscribe(onChange: () => void): () => void {
  const list = window.matchMedia(query);
  list.addEventListener('change', onChange);

  return () => list.removeEventListener('change', onChange);
}

/** Whether whoever sits here has asked the system that nothing moves. */
export function useStillness(): boolean {
  return useSyncExternalStore(subscribe, () => window.matchMedia(query).matches);
}
