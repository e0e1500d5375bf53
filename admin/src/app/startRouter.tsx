import { createBrowserRouter } from 'react-router';

import { makeQueryClient } from '../lib/queryClient';
import { queryKeys } from '../lib/queryKeys';
import { signInPath, withReturn } from '../lib/returnTo';
import { routes } from './routes';

/** The router and the cache know each other: when the session ends anywhere, everything goes to the sign-in page. */
export function startRouter(basename: string) {
  const router = createBrowserRouter(routes, { basename });

  function leave(): void {
    const { pathname, search } = router.state.location;
    const here = pathname.slice(basename.length) || '/';
    void router.navigate(withReturn(signInPath, here + search), { replace: true });
  }

  const client = makeQueryClient({
    onSignedOut() {
      // Who was not inside yet is sent to sign in by RequireStaff.
      if (client.getQueryData(queryKeys.ownUnit)) {
        leave();
      }
    },
  });

  return { router, client };
}
