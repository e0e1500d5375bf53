import { addressBlock } from '../base/addressBlock';
import { AppError } from '../base/errors';
import type { Services } from '../context';
import type { Caller } from './caller';
import type { Http } from './http';
import type { Route } from './route';

/** A venue's Wi-Fi or a carrier's NAT is one address for thousands: only failures count against it. */
const failuresPerAddress = { points: 120, seconds: 60 };

const failureName = 'failures';

/** All staff and devices of a unit together: what runs wild at one unit does not take the others' turn. */
export const callsPerUnit = { points: 30_000, seconds: 60, perProcess: true } as const;

/** That somebody is not signed in, or not any more, is found out by asking: a crowd of honest phones does it. */
const harmless = new Set(['not_signed_in', 'session_expired', 'too_many_requests']);

function keyOf(caller: Exclude<Caller, { kind: 'nobody' }>): string {
  switch (caller.kind) {
    case 'account':
      return caller.account.id;
    case 'staff':
      return caller.staff.id;
    case 'device':
      return caller.device.id;
  }
}

/** Uses up one call of the caller; without a caller, asks whether the address failed too often. */
export async function useAllowance(services: Services, route: Route, http: Http): Promise<void> {
  const { caller, ip } = http.state;
  if (caller.kind === 'nobody') {
    await services.limiter.check(failureName, addressBlock(ip), failuresPerAddress);

    return;
  }
  await services.limiter.consume(`${route.method} ${route.path}`, keyOf(caller), route.limit);
  if (caller.kind !== 'account') {
    await services.limiter.consume('unit', caller.unit.id, callsPerUnit);
  }
}

/** Counts a refused call of somebody unknown against the address. */
export async function countFailure(http: Http, error: unknown): Promise<void> {
  const isFailure = error instanceof AppError && error.status < 500 && !harmless.has(error.code);
  if (!isFailure || http.state.caller.kind !== 'nobody') {
    return;
  }
  try {
    await http.services.limiter.consume(failureName, addressBlock(http.state.ip), failuresPerAddress);
  } catch {
    // The next call is refused by useAllowance; this one keeps its own error.
  }
}
