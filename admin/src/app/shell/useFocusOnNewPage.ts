import { useEffect, useRef } from 'react';
import { useLocation } from 'react-router';

/** Moves the focus to the page after each change of page, so that keyboard and screen reader go on there. */
export function useFocusOnNewPage() {
  const { pathname } = useLocation();
  const main = useRef<HTMLElement>(null);
  const seen = useRef(pathname);

  useEffect(() => {
    if (seen.current !== pathname) {
      seen.current = pathname;
      main.current?.focus({ preventScroll: true });
    }
  }, [pathname]);

  return main;
}
