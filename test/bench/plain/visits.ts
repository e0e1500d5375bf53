import { visitAnswer, visitRequest } from '@anxing/contract/visits';

import { lockOne } from '../../../api/src/models/auditedModel';
import { Poster } from '../../../api/src/models/poster';
import { hashOfRequest, timeOfCheckIn } from '../../../api/src/passages/checkInId';
import { decide } from '../../../api/src/passages/decide';
import { nothingAsked } from '../../../api/src/passages/placePolicy';
import { presentVisit } from '../../../api/src/presenters/visit';
import type { Scene } from '../../../api/src/storage/scene';
import { codeHolder } from '../../../api/src/web/access';
import { allowances, defineRoute } from '../../../api/src/web/route';
import { placeOfPoster, type Place } from './places';
import { refuseRepeat } from './repeats';
import { colourOf } from './status';
import { writeAlone } from './write';

async function noteFirstScan(scene: Scene, { poster }: Place): Promise<void> {
  const unseen =
    poster?.firstScannedAt === null
      ? await lockOne(Poster, scene, { id: poster.id, firstScannedAt: null })
      : null;
  if (unseen) {
    unseen.firstScannedAt = scene.now;
    await unseen.saveBy(scene);
  }
}

/** Checking in with the checks of the real route, one transaction at a time. */
export const plainVisit = defineRoute({
  method: 'post',
  path: '/visits',
  summary: 'Check in at a poster',
  access: codeHolder,
  personalData: 'own',
  limit: allowances.writing,
  body: visitRequest,
  answer: visitAnswer,
  async handle({ services, origin, caller: { person }, input: { id, ...asked }, now }) {
    const requestHash = hashOfRequest(origin.actor.id, asked);
    const at = timeOfCheckIn(id, now);
    await refuseRepeat(services, id, requestHash);
    const place = await placeOfPoster(services, asked.poster ?? '');
    const colour = await colourOf(services, person, now);
    const verdict = decide({ colour, place: nothingAsked }, services.colours, services.config.policy);
    const draft = {
      id,
      at,
      requestHash,
      colour,
      ...verdict,
      kind: 'visit' as const,
      direction: asked.direction,
      temperature: null,
      mask: null,
      staffId: null,
    };
    const passage = await writeAlone(services, origin, { draft, person, place }, (scene) =>
      noteFirstScan(scene, place),
    );

    return presentVisit(services, person, passage, place.point);
  },
});
