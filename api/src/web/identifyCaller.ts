import { AppError } from '../base/errors';
import type { Services } from '../context';
import type { RecordCaches } from '../models/recordCaches';
import type { Session } from '../models/session';
import { rolesOf } from '../models/staffRoles';
import { abilitiesOf } from '../policies/abilities';
import type { Audience } from '../privacy/tokens';
import type { Access } from './access';
import { nobody, type AccountCaller, type Caller, type StaffCaller } from './caller';
import { clientKindOf, readCookie } from './cookies';
import type { Http } from './http';
import { identifyDevice } from './identifyDevice';

function bearer(http: Http): string | undefined {
  const match = /^Bearer (\S{1,2048})$/.exec(http.get('authorization'));

  return match?.[1];
}

function cookieToken(http: Http, audience: 'any' | 'account' | 'staff'): string | undefined {
  if (audience !== 'any') {
    return readCookie(http, audience, 'access');
  }
  const kind = clientKindOf(http);
  const order: Audience[] = kind === 'admin' ? ['staff'] : kind === 'h5' ? ['account'] : ['account', 'staff'];

  return order.map((one) => readCookie(http, one, 'access')).find(Boolean);
}

async function accountCaller(caches: RecordCaches, session: Session): Promise<AccountCaller | undefined> {
  const account = session.accountId === null ? undefined : await caches.accounts.get(session.accountId);
  if (!account) {
    return undefined;
  }
  const person = account.personId === null ? undefined : await caches.persons.get(account.personId);

  return { kind: 'account', session, account, person: person ?? null };
}

async function staffCaller(caches: RecordCaches, session: Session): Promise<StaffCaller | undefined> {
  const staff = session.staffId === null ? undefined : await caches.staff.get(session.staffId);
  const unit = staff && (await caches.units.get(staff.unitId));
  if (!staff?.active || !unit?.active) {
    return undefined;
  }
  const roles = rolesOf(staff.roles);

  return { kind: 'staff', session, staff, unit, roles, abilities: abilitiesOf(roles, unit.kind) };
}

function isLive(session: Session | undefined, now: number): session is Session {
  return session !== undefined && session.revokedAt === null && session.expiresAt > now;
}

/** The staff member whose session it is, for what goes on after its request has begun; undefined when it has ended. */
export async function staffOfSession(
  { caches, clock }: Services,
  sessionId: string,
): Promise<StaffCaller | undefined> {
  const session = await caches.sessions.get(sessionId);

  return isLive(session, clock.now()) ? staffCaller(caches, session) : undefined;
}

/**
 * Who calls: by bearer token, or by the cookie of the audience that the route is for. A session that was ended,
 * and staff or units that were disabled, are refused at once, whatever the token says.
 */
export async function identifyCaller(http: Http, access: Access<Caller>): Promise<Caller> {
  if (access.audience === 'device') {
    return identifyDevice(http);
  }
  const token = bearer(http) ?? cookieToken(http, access.audience);
  if (!token) {
    return nobody;
  }
  const { caches, clock, tokens } = http.services;
  const now = clock.now();
  const claims = tokens.readAccess(token, now);
  if (claims === 'expired' || claims === 'invalid') {
    return refuse(access, claims);
  }
  const session = await caches.sessions.get(claims.sessionId);
  const caller = isLive(session, now)
    ? await (claims.audience === 'staff' ? staffCaller(caches, session) : accountCaller(caches, session))
    : undefined;

  return caller ?? refuse(access, 'expired');
}

/**
 * The same caller from the records as they stand now. What somebody did a moment ago at another process may not have been
 * heard of here.
 */
export async function recall({ caches }: Services, caller: AccountCaller | StaffCaller): Promise<Caller> {
  if (caller.kind === 'account') {
    const account = await caches.accounts.fresh(caller.account.id);
    if (account?.personId) {
      await caches.persons.fresh(account.personId);
    }

    return (await accountCaller(caches, caller.session)) ?? nobody;
  }
  await caches.staff.fresh(caller.staff.id);

  return (await staffCaller(caches, caller.session)) ?? nobody;
}

/** A stale token is no reason to refuse what anyone may see. */
function refuse({ isOpen }: Access<Caller>, why: 'expired' | 'invalid'): Caller {
  if (isOpen) {
    return why === 'expired' ? { kind: 'nobody', hasExpired: true } : nobody;
  }
  throw new AppError(why === 'expired' ? 'session_expired' : 'not_signed_in');
}
