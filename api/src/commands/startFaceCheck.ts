import type { FaceTicket } from '@anxing/contract/me';
import type { ClientKind } from '@anxing/contract/sessions';

import { AppError } from '../base/errors';
import { writeAs, type Origin, type Services } from '../context';
import { Account } from '../models/account';
import { lockOne } from '../models/auditedModel';
import type { FaceClient, IdentityClaim } from '../providers/identity/identity';
import { pendingIdentity } from './pendingIdentity';

/** Each costs the operator money. */
const startsPerDay = { points: 10, seconds: 86_400 };

function faceClient(client: ClientKind): FaceClient {
  return client === 'weapp' || client === 'alipay' ? client : 'h5';
}

async function begin({ providers }: Services, claim: IdentityClaim, client: FaceClient) {
  const started = await providers.identity.startFace({ ...claim, client });
  if (!started.ok) {
    throw new AppError(started.reason === 'busy' ? 'unavailable' : 'face_failed', { retryAfter: 10 });
  }

  return started;
}

/** The ticket is good for this account alone, and for the identity it was begun for. */
function bind(services: Services, origin: Origin, account: Account, faceTicket: string): Promise<void> {
  return writeAs(services, origin, async (scene) => {
    const locked = await lockOne(Account, scene, { id: account.id });
    if (!locked || locked.pendingNumber !== account.pendingNumber) {
      throw new AppError('conflict');
    }
    locked.faceTicket = faceTicket;
    await locked.saveBy(scene);
  });
}

/**
 * Begins the face check of L4.
 * @throws identity_locked when it is done already, identity_required before L3, face_failed for documents without a
 *   face on record: a counter checks those
 */
export async function startFaceCheck(
  services: Services,
  origin: Origin,
  account: Account,
  client: ClientKind,
): Promise<FaceTicket> {
  if (account.personId !== null) {
    throw new AppError('identity_locked');
  }
  const claim = pendingIdentity(services, account);
  await services.limiter.consume('face', account.id, startsPerDay);
  const { ticket, url } = await begin(services, claim, faceClient(client));
  await bind(services, origin, account, ticket);

  return { ticket, url, demo: services.providers.standIns.identity !== undefined };
}
