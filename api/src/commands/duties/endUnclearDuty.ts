import { writeAs, type Services } from '../../context';
import { lockOne } from '../../models/auditedModel';
import { Duty } from '../../models/duty';
import type { Person } from '../../models/person';
import { systemActor } from '../../storage/scene';
import { hasClearFacts } from './hasClearFacts';

const system = { actor: systemActor, ip: null };

async function isClear(services: Services, person: Person | undefined): Promise<boolean> {
  return person !== undefined && (await hasClearFacts(services, person));
}

/** What is kept may be a moment old, also to the guard's disadvantage: it is read once more before anything is ended. */
async function isStillClear(services: Services, personId: string): Promise<boolean> {
  const { persons } = services.caches;

  return (
    (await isClear(services, await persons.get(personId))) ||
    (await isClear(services, await persons.fresh(personId)))
  );
}

/**
 * Ends a duty whose staff member is no longer clear: what lets nobody go on duty lets nobody stay there either.
 * @returns whether it is over
 */
export async function endUnclearDuty(
  services: Services,
  { id, personId }: Pick<Duty, 'id' | 'personId'>,
): Promise<boolean> {
  const isAsked = services.config.policy.dutyNeedsClear && personId !== null;
  if (!isAsked || (await isStillClear(services, personId))) {
    return false;
  }
  await writeAs(services, system, async (scene) => {
    const duty = await lockOne(Duty, scene, { id, until: null });
    if (duty) {
      duty.until = scene.now;
      duty.endedBy = 'colour';
      await duty.saveBy(scene);
    }
  });

  return true;
}
