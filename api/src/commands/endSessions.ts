import { Session } from '../models/session';
import type { Scene } from '../storage/scene';

/**
 * Signs staff members out everywhere; in force with their next request.
 * @param kept a session that goes on
 */
export async function endSessions(scene: Scene, staffIds: readonly string[], kept?: string): Promise<void> {
  const open = await Session.findAll({
    where: { staffId: [...staffIds], revokedAt: null },
    transaction: scene.tx,
    lock: scene.tx.LOCK.UPDATE,
  });
  for (const session of open.filter(({ id }) => id !== kept)) {
    session.revokedAt = scene.now;
    await session.saveBy(scene);
  }
}
