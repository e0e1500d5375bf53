import { AppError } from '../base/errors';
import { Account } from '../models/account';
import { Person } from '../models/person';
import { Session } from '../models/session';
import { Staff } from '../models/staff';
import { rolesOf } from '../models/staffRoles';
import { Unit } from '../models/unit';
import { abilitiesOf } from '../policies/abilities';
import type { Audience } from '../privacy/tokens';
import type { Access } from './access';
import { nobody, type AccountCaller, type Caller, type StaffCaller } from './caller';
import { clientKindOf, readCookie } from './cookies';
import type { Http } from './http';

function bearer(http: Http): string | undefined {
  const match = /^Bearer (\S{1,2048})$/.exec(http.get('authorization'));

  return match?.[1];
}

function cookieToken(http: Http, audience: Access<Caller>['audience']): string | undefined {
  if (audience !== 'any') {
    return readCookie(http, audience, 'access');
  }
  const kind = clientKindOf(http);
  const order: Audience[] = kind === 'admin' ? ['staff'] : kind === 'h5' ? ['account'] : ['account', 'staff'];

  return order.map((one) => readCookie(http, one, 'access')).find(Boolean);
}

async function accountCaller(session: Session): Promise<AccountCaller | undefined> {
  const account = session.accountId === null ? null : await Account.findByPk(session.accountId);
  if (!account) {
    return undefined;
  }
  const person = account.personId === null ? null : await Person.findByPk(account.personId);

  return { kind: 'account', session, account, person };
}

async function staffCaller(session: Session): Promise<StaffCaller | undefined> {
  const staff = session.staffId === null ? null : await Staff.findByPk(session.staffId);
  const unit = staff && (await Unit.findByPk(staff.unitId));
  if (!staff?.active || !unit?.active) {
    return undefined;
  }
  const roles = rolesOf(staff.roles);

  return { kind: 'staff', session, staff, unit, roles, abilities: abilitiesOf(roles) };
}

/**
 * Who calls: by bearer token, or by the cookie of the audience that the route is for. A session that was ended,
 * and staff or units that were disabled, are refused at once, whatever the token says.
 */
export async function identifyCaller(http: Http, access: Access<Caller>): Promise<Caller> {
  const token = bearer(http) ?? cookieToken(http, access.audience);
  if (!token) {
    return nobody;
  }
  const now = http.services.clock.now();
  const claims = http.services.tokens.readAccess(token, now);
  if (claims === 'expired' || claims === 'invalid') {
    return refuse(access, claims);
  }
  const session = await Session.findByPk(claims.sessionId);
  const isLive = session && session.revokedAt === null && session.expiresAt > now;
  const caller = isLive
    ? await (claims.audience === 'staff' ? staffCaller(session) : accountCaller(session))
    : undefined;

  return caller ?? refuse(access, 'expired');
}

/** A stale token is no reason to refuse what anyone may see. */
function refuse({ isOpen }: Access<Caller>, why: 'expired' | 'invalid'): Caller {
  if (isOpen) {
    return why === 'expired' ? { kind: 'nobody', hasExpired: true } : nobody;
  }
  throw new AppError(why === 'expired' ? 'session_expired' : 'not_signed_in');
}
