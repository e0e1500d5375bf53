import { useEffect } from 'react';

import { useConfig } from './config';

/** Names the browser's tab after the page and the brand. */
export function useTitle(title: string): void {
  const { brand } = useConfig();

  useEffect(() => {
    document.title = `${title} · ${brand.name}`;
  }, [title, brand.name]);
}
