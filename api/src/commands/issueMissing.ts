import { writeAs, type Origin, type Services } from '../context';
import { lockOne } from '../models/auditedModel';
import { Point } from '../models/point';
import { Poster } from '../models/poster';
import type { Scene } from '../storage/scene';
import { makePoster } from './issuePoster';

/** Few enough that nobody at a door waits for the writer. */
const atOnce = 20;

async function issueIfMissing(services: Services, scene: Scene, pointId: string): Promise<void> {
  const point = await lockOne(Point, scene, { id: pointId });
  const inForce = await Poster.findOne({ where: { pointId, revokedAt: null }, transaction: scene.tx });
  if (point?.active && !inForce) {
    await makePoster(services, scene, pointId);
  }
}

/** Issues a poster for every open point of these that has none in force; those in force stay. */
export async function issueMissing(
  services: Services,
  origin: Origin,
  pointIds: readonly string[],
  signal: AbortSignal,
): Promise<void> {
  for (let start = 0; start < pointIds.length; start += atOnce) {
    signal.throwIfAborted();
    await writeAs(services, origin, async (scene) => {
      for (const id of pointIds.slice(start, start + atOnce)) {
        await issueIfMissing(services, scene, id);
      }
    });
  }
}
