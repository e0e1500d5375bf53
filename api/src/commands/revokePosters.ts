import { Poster } from '../models/poster';
import type { Scene } from '../storage/scene';

/** Revokes the posters in force of points; in force with the next scan. */
export async function revokePosters(scene: Scene, pointIds: readonly string[]): Promise<void> {
  const inForce = await Poster.findAll({
    where: { pointId: [...pointIds], revokedAt: null },
    transaction: scene.tx,
    lock: scene.tx.LOCK.UPDATE,
  });
  for (const poster of inForce) {
    poster.revokedAt = scene.now;
    await poster.saveBy(scene);
  }
}
