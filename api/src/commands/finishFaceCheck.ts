import { AppError } from '../base/errors';
import { writeAs, type Origin, type Services } from '../context';
import { Account } from '../models/account';
import { lockOne } from '../models/auditedModel';
import type { IdentityClaim } from '../providers/identity/identity';
import { isDuplicate } from '../storage/databaseErrors';
import { joinPerson } from './joinPerson';
import { pendingIdentity } from './pendingIdentity';

async function askResult({ providers }: Services, ticket: string, claim: IdentityClaim): Promise<void> {
  const result = await providers.identity.faceResult(ticket, claim);
  if (result !== 'pass') {
    throw new AppError(result === 'pending' ? 'face_pending' : 'face_failed');
  }
}

function join(
  services: Services,
  origin: Origin,
  accountId: string,
  ticket: string,
  claim: IdentityClaim,
): Promise<void> {
  return writeAs(services, origin, async (scene) => {
    const account = await lockOne(Account, scene, { id: accountId });
    if (account?.personId) {
      return;
    }
    if (account?.faceTicket !== ticket) {
      throw new AppError('face_failed');
    }
    await joinPerson(services, scene, account, claim);
  });
}

/**
 * Ends the face check: passed, the account is a person's. Asking again afterwards changes nothing.
 * @throws identity_required, face_failed (also for a ticket of another account), face_pending
 */
export async function finishFaceCheck(
  services: Services,
  origin: Origin,
  account: Account,
  ticket: string,
): Promise<void> {
  if (account.personId !== null) {
    return;
  }
  const claim = pendingIdentity(services, account);
  if (account.faceTicket !== ticket) {
    throw new AppError('face_failed');
  }
  await askResult(services, ticket, claim);
  try {
    await join(services, origin, account.id, ticket, claim);
  } catch (error) {
    if (!isDuplicate(error)) {
      throw error;
    }
    // Another account of the same person was faster: the row is there now.
    await join(services, origin, account.id, ticket, claim);
  }
}
