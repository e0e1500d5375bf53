import { writeAs, type Origin, type Services } from '../context';
import type { Person } from '../models/person';
import { recordLooks } from '../privacy/accessLog';
import { newLooks } from '../privacy/recentLooks';

const hourMs = 3_600_000;

/** What people read of it under 'who looked at me'. */
const purpose = '核对判定规则下的人员';

/** A list of people with a colour: each of them reads of it, once an hour for one staff member. */
export function lookAtPeopleUnderRule(
  services: Services,
  { actor, ip }: Origin,
  people: readonly Person[],
  details: Record<string, unknown>,
): Promise<void> {
  const { unitId, id: staffId } = actor;

  return writeAs(services, { actor, ip }, async (scene) => {
    const looks = people.map(({ id: personId }) => ({ personId, unitId, staffId, purpose }));
    await recordLooks(services.database, scene, await newLooks(services.database, scene, looks, hourMs));
    scene.events.push({ action: 'persons.underRule', target: unitId ?? '', details });
  });
}
