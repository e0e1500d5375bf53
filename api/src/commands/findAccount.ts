import { limits } from '@anxing/contract/limits';

import { newId } from '../base/ids';
import type { Services } from '../context';
import { Account } from '../models/account';
import { createBy, lockOne } from '../models/auditedModel';
import { sealField } from '../privacy/sealedFields';
import type { Scene } from '../storage/scene';
import { releaseAccount } from './releaseAccount';

export type Proof = { kind: 'phone'; phone: string } | { kind: 'wechat' | 'alipay'; subject: string };

function subjectIndex({ index }: Services, proof: Proof): string {
  return proof.kind === 'phone' ? index.phone(proof.phone) : index.platformUser(proof.kind, proof.subject);
}

function newAccount(services: Services, scene: Scene, proof: Proof): Promise<Account> {
  const id = newId(scene.now);
  const phone =
    proof.kind === 'phone'
      ? {
          phone: sealField(services.vault, 'accounts', 'phone', id, proof.phone),
          phoneIndex: services.index.phone(proof.phone),
        }
      : {};

  return createBy(Account, scene, {
    id,
    kind: proof.kind,
    subjectIndex: subjectIndex(services, proof),
    pendingLevel: 0,
    lastSeenAt: scene.now,
    createdAt: scene.now,
    ...phone,
  });
}

/**
 * A number that was silent for long may belong to somebody else now. A session goes on without the number, but
 * ends after 30 days: the number itself was proved at most 30 days before the last sign of life.
 */
function isSilentPhone(account: Account, now: number): boolean {
  return account.kind === 'phone' && now - account.lastSeenAt > limits.phoneReissueDays * 86_400_000;
}

/** The account of a proof, made when it comes for the first time. */
export async function findAccount(services: Services, scene: Scene, proof: Proof): Promise<Account> {
  const where = { kind: proof.kind, subjectIndex: subjectIndex(services, proof) };
  const account = await lockOne(Account, scene, where);
  if (!account) {
    return newAccount(services, scene, proof);
  }
  if (isSilentPhone(account, scene.now)) {
    await releaseAccount(services, scene, account);
  }
  account.lastSeenAt = scene.now;

  return account.saveBy(scene);
}
