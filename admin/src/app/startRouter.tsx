import { createBrowserRouter } from 'react-router';

import { makeQueryClient } from '../lib/queryClient';
import { signInPath, withReturn } from '../lib/returnTo';
import { routes } from './routes';

/** The router and the cache know each other: when the session ends anywhere, everything goes to the sign-in page. */
export function startRouter(basename: string) {
  const router = createBrowserRouter(routes, { basename });
  const client = makeQueryClient({
    onSignedOut() {
      const { pathname, search } = router.state.location;
      const here = (pathname.startsWith(basename) ? pathname.slice(basename.length) : pathname) || '/';
      client.clear();
      void router.navigate(withReturn(signInPath, here + search), { replace: true });
    },
  });

  return { router, client };
}
