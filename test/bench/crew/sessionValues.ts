import { newId } from '../../../api/src/base/ids';

/** A session that outlives every run. */
export function sessionValues(who: { accountId: string } | { staffId: string }, now: number) {
  return {
    id: newId(now),
    accountId: null,
    staffId: null,
    client: 'other',
    counter: 0,
    rotatedAt: now,
    expiresAt: now + 7 * 86_400_000,
    createdAt: now,
    ...who,
  };
}
