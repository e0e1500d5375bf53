import { AppError } from '../base/errors';
import type { Services } from '../context';
import type { Http } from './http';
import type { Route } from './route';

/** A venue's Wi-Fi or a carrier's NAT is one address for thousands: only failures count against it. */
const failuresPerAddress = { points: 120, seconds: 60 };

const failureName = 'failures';

/** Uses up one call of the caller; without a caller, asks whether the address failed too often. */
export async function useAllowance(services: Services, route: Route, http: Http): Promise<void> {
  const { caller, ip } = http.state;
  if (caller.kind === 'nobody') {
    await services.limiter.check(failureName, ip, failuresPerAddress);

    return;
  }
  const key = caller.kind === 'account' ? caller.account.id : caller.staff.id;
  await services.limiter.consume(`${route.method} ${route.path}`, key, route.limit);
}

/** Counts a refused call of somebody unknown against the address. */
export async function countFailure(http: Http, error: unknown): Promise<void> {
  const isRefusal = error instanceof AppError && error.status < 500 && error.code !== 'too_many_requests';
  if (!isRefusal || http.state.caller?.kind === 'account' || http.state.caller?.kind === 'staff') {
    return;
  }
  try {
    await http.services.limiter.consume(failureName, http.state.ip, failuresPerAddress);
  } catch {
    // The next call is refused by useAllowance; this one keeps its own error.
  }
}
