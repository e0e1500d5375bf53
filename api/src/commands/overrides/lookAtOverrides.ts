import { writeAs, type Origin, type Services } from '../../context';
import type { Change } from '../../models/change';
import { OverridePerson } from '../../models/overridePerson';
import { Person } from '../../models/person';
import { recordLooks } from '../../privacy/accessLog';
import { newLooks } from '../../privacy/recentLooks';

const hourMs = 3_600_000;

/** What people read of it under 'who looked at me'. */
const purpose = '核对颜色变更';

/** Whom changes by hand are about, as the operator sees them: each reads of it, once an hour for one staff member. */
export async function lookAtOverrides(
  services: Services,
  { actor, ip }: Origin,
  changes: readonly Change[],
): Promise<void> {
  const overrideIds = changes.filter(({ kind }) => kind === 'override').map(({ subject }) => subject);
  const named = await OverridePerson.findAll({ where: { overrideId: overrideIds } });
  const people = await Person.findAll({
    where: { identityIndex: [...new Set(named.map(({ identityIndex }) => identityIndex))] },
  });
  if (people.length === 0) {
    return;
  }
  const { unitId, id: staffId } = actor;
  const looks = people.map(({ id: personId }) => ({ personId, unitId, staffId, purpose }));
  await writeAs(services, { actor, ip }, async (scene) =>
    recordLooks(services.database, scene, await newLooks(services.database, scene, looks, hourMs)),
  );
}
