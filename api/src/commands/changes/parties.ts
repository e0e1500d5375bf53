import { limits } from '@anxing/contract/limits';
import type { Transaction } from 'sequelize';

import { AppError } from '../../base/errors';
import type { Change } from '../../models/change';
import { Session } from '../../models/session';
import type { Staff } from '../../models/staff';
import type { Actor } from '../../storage/scene';
import { verifiedPerson } from './verifiedPerson';

const proofMs = limits.proofHours * 3_600_000;

/** Somebody who takes part in a change, or wants to. */
export interface Party {
  staffId: string;
  /** The verified person behind the staff member; undefined when there is none. */
  person: { id: string; identityIndex: string } | undefined;
}

export async function partyOf(staff: Staff, transaction?: Transaction): Promise<Party> {
  return { staffId: staff.id, person: await verifiedPerson(staff, transaction) };
}

/** What is done, by whom and when: of a scene, or before there is one. */
interface Deed {
  actor: Actor;
  /** ms */
  now: number;
  tx?: Transaction;
}

/**
 * Whoever made an account knows its first password: only an SMS code to the staff member's own phone, in this very
 * session and not long ago, tells that the one who acts is the one behind that phone. Read from the database, since a
 * proof may be a moment old.
 * @throws proof_required
 */
export async function requireProof({ actor, now, tx }: Deed, staffId: string): Promise<void> {
  const { kind, id, sessionId } = actor;
  const isOwn = kind === 'staff' && id === staffId && sessionId !== undefined;
  const session = isOwn
    ? await Session.findOne({ where: { id: sessionId, staffId, revokedAt: null }, transaction: tx })
    : null;
  if (!session?.provenAt || session.provenAt <= now - proofMs) {
    throw new AppError('proof_required');
  }
}

/** Why somebody cannot take part in what is about these people (blind indexes). */
export function aboutFault({ person }: Party, about: readonly string[]): 'change_about_self' | undefined {
  return person && about.includes(person.identityIndex) ? 'change_about_self' : undefined;
}

export type DeciderFault = 'change_own' | 'change_not_verified' | 'change_about_self';

/**
 * Why somebody cannot be the second person of a change: another staff member and another verified person than who
 * proposed it, and none of those whom it concerns.
 */
export function deciderFault(
  decider: Party,
  change: Pick<Change, 'staffId' | 'personId' | 'about'>,
): DeciderFault | undefined {
  if (decider.staffId === change.staffId) {
    return 'change_own';
  }
  if (!decider.person) {
    return 'change_not_verified';
  }
  if (decider.person.id === change.personId) {
    return 'change_own';
  }

  return aboutFault(decider, JSON.parse(change.about) as string[]);
}
