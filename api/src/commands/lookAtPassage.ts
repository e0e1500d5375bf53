import { writeAs, type Origin, type Services } from '../context';
import type { Passage } from '../passages/passage';
import { recordLooks } from '../privacy/accessLog';

/** A look at one passage: the person reads of it, and the audit chain holds it. */
export function lookAtPassage(services: Services, origin: Origin, passage: Passage): Promise<void> {
  const { actor } = origin;

  return writeAs(services, origin, async (scene) => {
    await recordLooks(services.database, scene, [
      { personId: passage.personId, unitId: actor.unitId, staffId: actor.id, purpose: '查看出入记录' },
    ]);
    scene.events.push({ action: 'passages.read', target: passage.id, details: { point: passage.pointId } });
  });
}
