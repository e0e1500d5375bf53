import type { Session } from '../models/session';
import type { Actor } from '../storage/scene';

/** Whoever acts by a refresh token alone: the one whose session it is. */
export function holderOf({ accountId, staffId }: Pick<Session, 'accountId' | 'staffId'>): Actor {
  return staffId === null
    ? { kind: 'account', id: accountId ?? '', unitId: null }
    : { kind: 'staff', id: staffId, unitId: null };
}
