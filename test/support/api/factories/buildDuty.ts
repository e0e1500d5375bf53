import { newId } from '../../../../api/src/base/ids';
import { writeAs, type Services } from '../../../../api/src/context';
import { createBy } from '../../../../api/src/models/auditedModel';
import { Duty } from '../../../../api/src/models/duty';
import type { Staff } from '../../../../api/src/models/staff';
import { buildPerson, type BuiltPerson } from './buildPerson';
import { system } from './buildUnit';

interface Given {
  staff: Pick<Staff, 'id'>;
  point: { id: string };
  /** Who stands there; somebody green, unless told. */
  person?: BuiltPerson;
  /** Stored as they are. */
  values?: Partial<Duty['dataValues']>;
}

/** Longer ago than a passage may be told late. */
const longMs = 4 * 86_400_000;

/** A duty that has been open for days, unless told. */
export async function buildDuty(
  services: Services,
  { staff, point, person, values = {} }: Given,
): Promise<Duty> {
  const { person: behind } = person ?? (await buildPerson(services));

  return writeAs(services, system, (scene) =>
    createBy(Duty, scene, {
      id: newId(scene.now),
      staffId: staff.id,
      pointId: point.id,
      personId: behind.id,
      place: null,
      since: scene.now - longMs,
      until: null,
      ...values,
    }),
  );
}
