import { limits } from '@anxing/contract/limits';

import { AppError } from '../base/errors';
import { writeAs, type Origin, type Services } from '../context';
import { Account } from '../models/account';
import { lockOne } from '../models/auditedModel';
import { Session } from '../models/session';
import type { Scene } from '../storage/scene';
import { tokensOf, type OpenedSession } from './openSession';
import { holderOf } from './sessionHolder';

const dayMs = 86_400_000;
const graceMs = limits.refreshReuseGraceSeconds * 1000;

/** Whoever renews a session still has the phone: it is not silent. Once a day is enough to know. */
async function noteSeen(scene: Scene, accountId: string): Promise<void> {
  const account = await lockOne(Account, scene, { id: accountId });
  if (account && scene.now - account.lastSeenAt > dayMs) {
    account.lastSeenAt = scene.now;
    await account.saveBy(scene);
  }
}

async function rotate(scene: Scene, session: Session): Promise<Session> {
  if (session.accountId !== null) {
    await noteSeen(scene, session.accountId);
  }
  session.set({ counter: session.counter + 1, rotatedAt: scene.now });

  return session.saveBy(scene);
}

/** A token that was used before and is not the one of a lost answer: somebody copied it. */
async function endFamily(scene: Scene, session: Session, counter: number): Promise<null> {
  session.revokedAt = scene.now;
  scene.events.push({ action: 'sessions.reuse', target: session.id, details: { counter } });
  await session.saveBy(scene);

  return null;
}

async function turn(scene: Scene, sessionId: string, counter: number): Promise<Session | null> {
  const session = await lockOne(Session, scene, { id: sessionId });
  if (!session || session.revokedAt !== null || session.expiresAt <= scene.now) {
    return null;
  }
  scene.actor = holderOf(session);
  if (counter === session.counter) {
    return rotate(scene, session);
  }
  const isLostAnswer = counter === session.counter - 1 && scene.now - session.rotatedAt <= graceMs;

  return isLostAnswer ? session : endFamily(scene, session, counter);
}

/**
 * Rotates a refresh token. Within 30 s the token before gets the same successor: an answer may be lost on the way.
 * Any other reuse means that somebody copied it, and ends the session.
 * @throws session_expired
 */
export async function refreshSession(
  services: Services,
  origin: Origin,
  token: string,
): Promise<OpenedSession> {
  const read = services.tokens.readRefresh(token);
  const session =
    read && (await writeAs(services, origin, (scene) => turn(scene, read.sessionId, read.counter)));
  if (!session) {
    throw new AppError('session_expired');
  }

  return tokensOf(services, session, services.clock.now());
}
