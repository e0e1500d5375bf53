import { useQuery } from '@tanstack/react-query';
import { Navigate, Outlet, useLocation } from 'react-router';

import { ErrorState } from '../components/errorState';
import { Loading } from '../components/loading';
import { asApiError } from '../lib/api/apiError';
import { OwnUnitContext, ownUnitQuery } from '../lib/ownUnit';
import { firstPasswordPath, signInPath, withReturn } from '../lib/returnTo';

/** Lets only signed-in staff in, and those with a first password only to the page where they change it. */
export function RequireStaff() {
  const location = useLocation();
  const { data, error, refetch } = useQuery(ownUnitQuery);
  const here = location.pathname + location.search;
  if (data) {
    const mustGo = data.staff.mustChangePassword && location.pathname !== firstPasswordPath;

    return mustGo ? (
      <Navigate to={withReturn(firstPasswordPath, here)} replace />
    ) : (
      <OwnUnitContext.Provider value={data}>
        <Outlet />
      </OwnUnitContext.Provider>
    );
  }
  if (!error) {
    return <Loading isPage />;
  }

  return asApiError(error).isSignedOut ? (
    <Navigate to={withReturn(signInPath, here)} replace />
  ) : (
    <ErrorState error={error} onRetry={() => void refetch()} />
  );
}
