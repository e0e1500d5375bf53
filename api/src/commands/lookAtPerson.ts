import { writeAs, type Origin, type Services } from '../context';
import type { Person } from '../models/person';
import { recordLooks } from '../privacy/accessLog';

/** A look at somebody's page: the person reads of it, and the audit chain holds it. */
export function lookAtPerson(services: Services, origin: Origin, person: Person): Promise<void> {
  const { unitId, id: staffId } = origin.actor;

  return writeAs(services, origin, (scene) =>
    recordLooks(services.database, scene, [
      { personId: person.id, unitId, staffId, purpose: '查看人员信息' },
    ]),
  );
}
