import { limits } from '@anxing/contract/limits';
import type { ClientKind } from '@anxing/contract/sessions';

import { newId } from '../base/ids';
import type { Services } from '../context';
import { createBy } from '../models/auditedModel';
import { Session } from '../models/session';
import type { Audience } from '../privacy/tokens';
import type { Scene } from '../storage/scene';

export interface OpenedSession {
  session: Pick<Session, 'id' | 'staffId'>;
  audience: Audience;
  access: string;
  refresh: string;
}

/** The tokens of a session as it stands. */
export function tokensOf(
  services: Services,
  session: Pick<Session, 'id' | 'staffId' | 'counter'>,
  now: number,
): OpenedSession {
  const audience: Audience = session.staffId === null ? 'account' : 'staff';

  return {
    session,
    audience,
    access: services.tokens.signAccess({ sessionId: session.id, audience }, now),
    refresh: services.tokens.refreshToken(session.id, session.counter),
  };
}

/** Opens a session for an account or a staff member who has just proved who they are. */
export async function openSession(
  services: Services,
  scene: Scene,
  who: { accountId: string } | { staffId: string },
  client: ClientKind,
): Promise<OpenedSession> {
  const session = await createBy(Session, scene, {
    id: newId(scene.now),
    accountId: 'accountId' in who ? who.accountId : null,
    staffId: 'staffId' in who ? who.staffId : null,
    client,
    counter: 0,
    rotatedAt: scene.now,
    expiresAt: scene.now + limits.refreshTokenDays * 86_400_000,
    createdAt: scene.now,
  });

  return tokensOf(services, session, scene.now);
}
