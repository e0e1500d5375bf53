import { useEffect } from 'react';
import { useRouteError } from 'react-router';

import { Crash } from './crash';

/** The router hands a page's error over here; the menu around it goes on working. */
export function PageFault() {
  const error = useRouteError();

  useEffect(() => {
    console.error(error);
  }, [error]);

  return <Crash />;
}
