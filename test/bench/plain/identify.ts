import { AppError } from '../../../api/src/base/errors';
import type { Services } from '../../../api/src/context';
import { Account } from '../../../api/src/models/account';
import { Person } from '../../../api/src/models/person';
import { Session } from '../../../api/src/models/session';
import { Staff } from '../../../api/src/models/staff';
import { rolesOf } from '../../../api/src/models/staffRoles';
import { Unit } from '../../../api/src/models/unit';
import { abilitiesOf } from '../../../api/src/policies/abilities';
import { nobody, type Caller } from '../../../api/src/web/caller';

async function accountCaller(session: Session): Promise<Caller | undefined> {
  const account = session.accountId === null ? null : await Account.findByPk(session.accountId);
  if (!account) {
    return undefined;
  }
  const person = account.personId === null ? null : await Person.findByPk(account.personId);

  return { kind: 'account', session, account, person };
}

async function staffCaller(session: Session): Promise<Caller | undefined> {
  const staff = session.staffId === null ? null : await Staff.findByPk(session.staffId);
  const unit = staff && (await Unit.findByPk(staff.unitId));
  if (!staff?.active || !unit?.active) {
    return undefined;
  }
  const roles = rolesOf(staff.roles);

  return { kind: 'staff', session, staff, unit, roles, abilities: abilitiesOf(roles, unit.kind) };
}

/** Who calls with a bearer token: the session and everything behind it is read for each request. */
export async function identify(services: Services, authorization: string, now: number): Promise<Caller> {
  const token = /^Bearer (\S{1,2048})$/.exec(authorization)?.[1];
  if (!token) {
    return nobody;
  }
  const claims = services.tokens.readAccess(token, now);
  if (claims === 'expired' || claims === 'invalid') {
    throw new AppError(claims === 'expired' ? 'session_expired' : 'not_signed_in');
  }
  const session = await Session.findByPk(claims.sessionId);
  const isLive = session && session.revokedAt === null && session.expiresAt > now;
  const caller = isLive
    ? await (claims.audience === 'staff' ? staffCaller(session) : accountCaller(session))
    : undefined;
  if (!caller) {
    throw new AppError('session_expired');
  }

  return caller;
}
