import type { FaceTicket } from '@anxing/contract/me';
import type { ClientKind } from '@anxing/contract/sessions';
import type { IdType } from '@anxing/contract/identityDocuments';

import { AppError } from '../base/errors';
import { newId } from '../base/ids';
import { writeAs, type Origin, type Services } from '../context';
import { Account } from '../models/account';
import { createBy, lockOne } from '../models/auditedModel';
import { Person } from '../models/person';
import { openField, sealField } from '../privacy/sealedFields';
import { isDuplicate } from '../storage/databaseErrors';
import type { Scene } from '../storage/scene';

const starts = { points: 10, seconds: 86_400 };

interface Claim {
  idType: IdType;
  name: string;
  idNumber: string;
}

/** What waits with the account since L3. @throws identity_required */
function pendingClaim(services: Services, account: Account): Claim {
  const { pendingIdType, pendingName, pendingNumber, pendingLevel } = account;
  if (pendingLevel < 3 || pendingIdType === null || pendingName === null || pendingNumber === null) {
    throw new AppError('identity_required');
  }

  return {
    idType: pendingIdType as IdType,
    name: openField(services.vault, 'accounts', 'pending_name', account, pendingName),
    idNumber: openField(services.vault, 'accounts', 'pending_number', account, pendingNumber),
  };
}

/** Begins the face check of L4; the ticket belongs to this account alone. */
export async function startFaceCheck(
  services: Services,
  origin: Origin,
  account: Account,
  client: ClientKind,
): Promise<FaceTicket> {
  const claim = pendingClaim(services, account);
  await services.limiter.consume('face', account.id, starts);
  const kind = client === 'weapp' || client === 'alipay' ? client : 'h5';
  const started = await services.providers.identity.startFace({ ...claim, client: kind });
  if (!started.ok) {
    throw new AppError(started.reason === 'busy' ? 'unavailable' : 'face_failed', { retryAfter: 10 });
  }
  await writeAs(services, origin, async (scene) => {
    const locked = await lockOne(Account, scene, { id: account.id });
    if (locked) {
      locked.faceTicket = started.ticket;
      await locked.saveBy(scene);
    }
  });

  return {
    ticket: started.ticket,
    url: started.url,
    demo: services.providers.standIns.identity !== undefined,
  };
}

async function findOrCreatePerson(
  services: Services,
  scene: Scene,
  claim: Claim,
  account: Account,
): Promise<Person> {
  const identityIndex = services.index.identity(claim.idType, claim.idNumber);
  const known = await lockOne(Person, scene, { identityIndex });
  if (known) {
    return known;
  }
  const id = newId(scene.now);
  const phone = openField(services.vault, 'accounts', 'phone', account, account.phone);

  return createBy(Person, scene, {
    id,
    identityIndex,
    idType: claim.idType,
    name: sealField(services.vault, 'persons', 'name', id, claim.name),
    idNumber: sealField(services.vault, 'persons', 'id_number', id, claim.idNumber),
    phone: phone && sealField(services.vault, 'persons', 'phone', id, phone),
    level: 4,
    colour: services.colours.clear,
    reasons: '[]',
    ruleVersion: 0,
    createdAt: scene.now,
  });
}

/** A second account of the same person joins here: it is signed in, and its face is the person's. */
async function join(services: Services, origin: Origin, accountId: string, claim: Claim): Promise<void> {
  await writeAs(services, origin, async (scene) => {
    const account = await lockOne(Account, scene, { id: accountId });
    if (!account || account.personId !== null) {
      throw new AppError('identity_locked');
    }
    const person = await findOrCreatePerson(services, scene, claim, account);
    account.set({
      personId: person.id,
      pendingIdType: null,
      pendingName: null,
      pendingNumber: null,
      pendingLevel: 0,
      faceTicket: null,
      proofAgain: false,
    });
    await account.saveBy(scene);
    scene.events.push({ action: 'persons.join', target: person.id, details: { account: account.id } });
  });
}

/**
 * Ends the face check: passed, the account is a person's.
 * @throws face_pending, face_failed
 */
export async function finishFaceCheck(
  services: Services,
  origin: Origin,
  account: Account,
  ticket: string,
): Promise<void> {
  const claim = pendingClaim(services, account);
  if (account.faceTicket === null || account.faceTicket !== ticket) {
    throw new AppError('face_failed');
  }
  const result = await services.providers.identity.faceResult(ticket, claim);
  if (result !== 'pass') {
    throw new AppError(result === 'pending' ? 'face_pending' : 'face_failed');
  }
  try {
    await join(services, origin, account.id, claim);
  } catch (error) {
    if (!isDuplicate(error)) {
      throw error;
    }
    await join(services, origin, account.id, claim);
  }
}
