import { AppError } from '../base/errors';
import { newId } from '../base/ids';
import { posterSerialMax } from '../codes/posterToken';
import { newShortCode } from '../codes/shortCode';
import { writeAs, type Origin, type Services } from '../context';
import { createBy, lockOne } from '../models/auditedModel';
import { Point } from '../models/point';
import { Poster } from '../models/poster';
import type { Scene } from '../storage/scene';
import { revokePosters } from './revokePosters';

/** Of 2⁴⁰ codes one is taken only by rare chance; the unique key holds even if two draw the same at once. */
async function freeShortCode(scene: Scene): Promise<string> {
  for (;;) {
    const shortCode = newShortCode();
    if (!(await Poster.findOne({ where: { shortCode }, transaction: scene.tx }))) {
      return shortCode;
    }
  }
}

async function nextSerial(scene: Scene, pointId: string): Promise<number> {
  const last = await Poster.max<number | null, Poster>('serial', {
    where: { pointId },
    transaction: scene.tx,
  });
  const serial = (last ?? 0) + 1;
  if (serial > posterSerialMax) {
    throw new AppError('conflict');
  }

  return serial;
}

/** Makes the next poster of a point that is locked and has none in force. @throws conflict after 65,535 posters */
export async function makePoster({ posterKeys }: Services, scene: Scene, pointId: string): Promise<Poster> {
  return createBy(Poster, scene, {
    id: newId(scene.now),
    pointId,
    serial: await nextSerial(scene, pointId),
    keyId: posterKeys.current.id,
    shortCode: await freeShortCode(scene),
    issuedAt: scene.now,
    issuedBy: scene.actor.id,
    revokedAt: null,
    firstScannedAt: null,
  });
}

/**
 * Issues the next poster of a point and revokes the one in force. The point is locked, so that of several issued
 * at once exactly the last stays in force.
 * @throws point_closed; conflict after 65,535 posters
 */
export function issuePoster(services: Services, origin: Origin, pointId: string): Promise<Poster> {
  return writeAs(services, origin, async (scene) => {
    const point = await lockOne(Point, scene, { id: pointId });
    if (!point?.active) {
      throw new AppError('point_closed');
    }
    await revokePosters(scene, [pointId]);

    return makePoster(services, scene, pointId);
  });
}
