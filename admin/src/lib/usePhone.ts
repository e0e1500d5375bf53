import { useSyncExternalStore } from 'react';

/** Below this width lists become cards and the menu a drawer; the style sheets use the same figure. */
const narrow = '(max-width: 767px)';

function subscribe(onChange: () => void): () => void {
  const query = window.matchMedia(narrow);
  query.addEventListener('change', onChange);

  return () => query.removeEventListener('change', onChange);
}

/** Whether the page is shown on something as narrow as a phone. */
export function usePhone(): boolean {
  return useSyncExternalStore(subscribe, () => window.matchMedia(narrow).matches);
}
