import { newId } from '../../../../api/src/base/ids';
import { writeAs, type Services } from '../../../../api/src/context';
import type { Account } from '../../../../api/src/models/account';
import { createBy } from '../../../../api/src/models/auditedModel';
import { Session } from '../../../../api/src/models/session';
import type { Staff } from '../../../../api/src/models/staff';
import { system } from './buildUnit';

interface Options {
  /** ms: when a staff member proved by an SMS code that it is he; null: never. Just now unless told. */
  provenAt?: number | null;
}

/** A header of somebody who is signed in, by a real session row and a real token. */
export async function signIn(
  services: Services,
  who: { account: Account } | { staff: Staff },
  { provenAt }: Options = {},
): Promise<{ authorization: string }> {
  const isStaff = 'staff' in who;
  const session = await writeAs(services, system, (scene) =>
    createBy(Session, scene, {
      id: newId(scene.now),
      accountId: isStaff ? null : who.account.id,
      staffId: isStaff ? who.staff.id : null,
      client: 'other',
      counter: 0,
      rotatedAt: scene.now,
      expiresAt: scene.now + 86_400_000,
      provenAt: isStaff ? (provenAt === undefined ? scene.now : provenAt) : null,
      createdAt: scene.now,
    }),
  );
  const audience = isStaff ? 'staff' : 'account';

  return {
    authorization: `Bearer ${services.tokens.signAccess({ sessionId: session.id, audience }, services.clock.now())}`,
  };
}
