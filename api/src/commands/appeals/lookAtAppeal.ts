import { writeAs, type Origin, type Services } from '../../context';
import type { Appeal } from '../../models/appeal';
import { recordLooks } from '../../privacy/accessLog';

/** A look at an appeal: the person reads of it, and the audit chain holds it. */
export function lookAtAppeal(services: Services, { actor, ip }: Origin, { personId }: Appeal): Promise<void> {
  const { unitId, id: staffId } = actor;

  return writeAs(services, { actor, ip }, (scene) =>
    recordLooks(services.database, scene, [{ personId, unitId, staffId, purpose: '办理申诉' }]),
  );
}
