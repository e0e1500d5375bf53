import type { ClientKind } from '@anxing/contract/sessions';

import { writeAs, type Origin, type Services } from '../context';
import { isDuplicate } from '../storage/databaseErrors';
import { findAccount, type Proof } from './findAccount';
import { openSession, type OpenedSession } from './openSession';
import { accepted } from './platformAnswer';

function signIn(
  services: Services,
  origin: Origin,
  proof: Proof,
  client: ClientKind,
): Promise<OpenedSession> {
  return writeAs(services, origin, async (scene) => {
    const account = await findAccount(services, scene, proof);
    scene.actor = { kind: 'account', id: account.id, unitId: null };

    return openSession(services, scene, { accountId: account.id }, client);
  });
}

/** Signs a resident in by a proof that was checked; the first time makes the account. */
export async function signInResident(
  services: Services,
  origin: Origin,
  proof: Proof,
  client: ClientKind,
): Promise<OpenedSession> {
  try {
    return await signIn(services, origin, proof, client);
  } catch (error) {
    if (isDuplicate(error)) {
      return signIn(services, origin, proof, client);
    }
    throw error;
  }
}

/** The user behind a sign-in code of WeChat. @throws sign_in_failed */
export async function wechatProof(services: Services, code: string): Promise<Proof> {
  const { openId } = accepted(await services.providers.wechat.signIn(code));

  return { kind: 'wechat', subject: openId };
}

/** The user behind a sign-in code of Alipay. @throws sign_in_failed */
export async function alipayProof(services: Services, code: string): Promise<Proof> {
  const { accountId } = accepted(await services.providers.alipay.signIn(code));

  return { kind: 'alipay', subject: accountId };
}
