import { writeAs, type Origin, type Services } from '../context';
import { lockOne } from '../models/auditedModel';
import { Session } from '../models/session';
import { holderOf } from './sessionHolder';

/** Signs out: the session's tokens are refused from now on. */
export function endSession(services: Services, origin: Origin, sessionId: string): Promise<void> {
  return writeAs(services, origin, async (scene) => {
    const session = await lockOne(Session, scene, { id: sessionId });
    if (session && session.revokedAt === null) {
      scene.actor = origin.actor.kind === 'system' ? holderOf(session) : origin.actor;
      session.revokedAt = scene.now;
      await session.saveBy(scene);
    }
  });
}
