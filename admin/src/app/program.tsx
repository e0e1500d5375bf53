import { useState } from 'react';
import { RouterProvider } from 'react-router';

import { CrashBoundary } from './crashBoundary';
import { Providers } from './providers';
import { startRouter } from './startRouter';

/** The whole admin site. */
export function Program({ basename }: { basename: string }) {
  const [{ router, client }] = useState(() => startRouter(basename));

  return (
    <CrashBoundary>
      <Providers client={client}>
        <RouterProvider router={router} />
      </Providers>
    </CrashBoundary>
  );
}
