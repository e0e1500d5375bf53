import type { PosterPrint as Print } from '@anxing/contract/posters';

import { newId } from '../base/ids';
import { writeAs, type Origin, type Services } from '../context';
import { createBy } from '../models/auditedModel';
import type { Poster } from '../models/poster';
import { PosterPrint } from '../models/posterPrint';

/** Counts a poster that was taken for printing. */
export function recordPrint(
  services: Services,
  origin: Origin,
  poster: Poster,
  { size, format }: Print,
): Promise<PosterPrint> {
  return writeAs(services, origin, (scene) =>
    createBy(PosterPrint, scene, {
      id: newId(scene.now),
      posterId: poster.id,
      staffId: scene.actor.id,
      size,
      format,
      at: scene.now,
    }),
  );
}
