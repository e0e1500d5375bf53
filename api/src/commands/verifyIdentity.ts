import type { z } from 'zod';

import { documentFault } from '@anxing/contract/identityDocuments';
import type { identityRequest } from '@anxing/contract/me';

import { dayOf } from '../base/days';
import { AppError, InvalidInput } from '../base/errors';
import { writeAs, type Origin, type Services } from '../context';
import { Account } from '../models/account';
import { lockOne } from '../models/auditedModel';
import type { Person } from '../models/person';
import { sealField } from '../privacy/sealedFields';
import type { Scene } from '../storage/scene';
import { requireConsents } from './giveConsent';
import { matchRegister } from './matchRegister';

type IdentityInput = z.output<typeof identityRequest>;

interface Holder {
  account: Account;
  person: Person | null;
}

/** Mismatches of one account: enough for a slip of the finger, too few for guessing. */
const mismatches = { points: 5, seconds: 3_600 };

/** L2: the rules of the document itself. */
function checkDocument({ clock, config }: Services, { idType, idNumber }: IdentityInput): void {
  const fault = documentFault(idType, idNumber, dayOf(clock.now(), config.brand.zone));
  if (fault) {
    throw new InvalidInput({ idNumber: fault });
  }
}

async function keepPending(
  { vault }: Services,
  scene: Scene,
  accountId: string,
  { idType, name, idNumber }: IdentityInput,
): Promise<void> {
  const account = await lockOne(Account, scene, { id: accountId });
  if (!account || account.personId !== null) {
    throw new AppError('identity_locked');
  }
  account.set({
    pendingIdType: idType,
    pendingName: sealField(vault, 'accounts', 'pending_name', accountId, name),
    pendingNumber: sealField(vault, 'accounts', 'pending_number', accountId, idNumber),
    pendingLevel: 3,
    faceTicket: null,
  });
  await account.saveBy(scene);
}

/**
 * L2, the checks of the document's own rules, and L3, the match by the identity provider. The result waits with the
 * account until the face check makes it a person. The identity that is verified already may be given again.
 * @throws consent_required, phone_required, identity_locked, invalid_input, identity_mismatch, unavailable
 */
export async function verifyIdentity(
  services: Services,
  origin: Origin,
  { account, person }: Holder,
  input: IdentityInput,
): Promise<void> {
  await requireConsents(services, account.id);
  if (account.phone === null) {
    throw new AppError('phone_required');
  }
  checkDocument(services, input);
  if (person) {
    if (person.identityIndex !== services.index.identity(input.idType, input.idNumber)) {
      throw new AppError('identity_locked');
    }

    return;
  }
  await matchRegister(services, { name: 'identity', key: account.id, allowance: mismatches }, input);
  await writeAs(services, origin, (scene) => keepPending(services, scene, account.id, input));
}
