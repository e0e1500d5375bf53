import { AppError } from '../base/errors';
import { writeAs, type Origin, type Services } from '../context';
import { lockOne } from '../models/auditedModel';
import { Poster } from '../models/poster';

/**
 * Revokes one poster of a point, for example after a copy was seen.
 * @throws not_found, already_revoked
 */
export function revokePoster(
  services: Services,
  origin: Origin,
  pointId: string,
  posterId: string,
): Promise<Poster> {
  return writeAs(services, origin, async (scene) => {
    const poster = await lockOne(Poster, scene, { id: posterId, pointId });
    if (!poster) {
      throw new AppError('not_found');
    }
    if (poster.revokedAt !== null) {
      throw new AppError('already_revoked');
    }
    poster.revokedAt = scene.now;

    return poster.saveBy(scene);
  });
}
