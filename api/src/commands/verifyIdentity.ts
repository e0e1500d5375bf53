import type { z } from 'zod';

import { documentFault } from '@anxing/contract/identityDocuments';
import type { identityRequest } from '@anxing/contract/me';

import { AppError, InvalidInput } from '../base/errors';
import { dayOf } from '../base/days';
import { writeAs, type Origin, type Services } from '../context';
import { Account } from '../models/account';
import { lockOne } from '../models/auditedModel';
import type { Person } from '../models/person';
import { sealField } from '../privacy/sealedFields';
import { requireConsents } from './giveConsent';

export type IdentityInput = z.output<typeof identityRequest>;

/** Mismatches of one account: enough for a slip of the finger, too few for guessing. */
const mismatches = { points: 5, seconds: 3_600 };

async function checkWithProvider(services: Services, account: Account, input: IdentityInput): Promise<void> {
  await services.limiter.check('identity', account.id, mismatches);
  const verdict = await services.providers.identity.matchIdentity(input);
  if (verdict === 'unknown') {
    throw new AppError('unavailable', { retryAfter: 30 });
  }
  if (verdict === 'mismatch') {
    await services.limiter.consume('identity', account.id, mismatches);
    throw new AppError('identity_mismatch');
  }
}

/**
 * L2, the checks of the document's own rules, and L3, the match by the identity provider. The result waits with the
 * account until the face check makes it a person.
 * @throws consent_required, identity_required without a phone, identity_locked, invalid_input, identity_mismatch
 */
export async function verifyIdentity(
  services: Services,
  origin: Origin,
  { account, person }: { account: Account; person: Person | null },
  input: IdentityInput,
): Promise<void> {
  await requireConsents(services, account.id);
  if (account.phone === null) {
    throw new AppError('identity_required');
  }
  if (person) {
    throw new AppError('identity_locked');
  }
  const fault = documentFault(
    input.idType,
    input.idNumber,
    dayOf(services.clock.now(), services.config.brand.zone),
  );
  if (fault) {
    throw new InvalidInput({ idNumber: fault });
  }
  await checkWithProvider(services, account, input);
  await writeAs(services, origin, async (scene) => {
    const locked = await lockOne(Account, scene, { id: account.id });
    if (!locked || locked.personId !== null) {
      throw new AppError('identity_locked');
    }
    locked.pendingIdType = input.idType;
    locked.pendingName = sealField(services.vault, 'accounts', 'pending_name', locked.id, input.name);
    locked.pendingNumber = sealField(services.vault, 'accounts', 'pending_number', locked.id, input.idNumber);
    locked.pendingLevel = 3;
    locked.faceTicket = null;
    await locked.saveBy(scene);
  });
}
