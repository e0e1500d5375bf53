import { limits } from '@anxing/contract/limits';

import { AppError } from '../base/errors';
import { writeAs, type Origin, type Services } from '../context';
import { lockOne } from '../models/auditedModel';
import { Session } from '../models/session';
import type { Scene } from '../storage/scene';
import { tokensOf, type OpenedSession } from './openSession';

async function turn(scene: Scene, sessionId: string, counter: number): Promise<Session | null> {
  const session = await lockOne(Session, scene, { id: sessionId });
  if (!session || session.revokedAt !== null || session.expiresAt <= scene.now) {
    return null;
  }
  if (counter === session.counter) {
    session.counter += 1;
    session.rotatedAt = scene.now;

    return session.saveBy(scene);
  }
  const grace = limits.refreshReuseGraceSeconds * 1000;
  const isLostAnswer = counter === session.counter - 1 && scene.now - session.rotatedAt <= grace;
  if (isLostAnswer) {
    return session;
  }
  session.revokedAt = scene.now;
  scene.events.push({ action: 'sessions.reuse', target: session.id, details: { counter } });
  await session.saveBy(scene);

  return null;
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
