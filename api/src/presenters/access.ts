import type { AccessItem } from '@anxing/contract/me';

import { Unit } from '../models/unit';
import type { LookedAt } from '../privacy/readLooks';

/** Units that are gone, and the platform itself. */
const system = '系统';

/** Who looked: the unit by name, never the staff member. */
export async function presentAccesses(looks: readonly LookedAt[]): Promise<AccessItem[]> {
  const units = await Unit.findAll({ where: { id: looks.flatMap(({ unitId }) => unitId ?? []) } });
  const names = new Map(units.map(({ id, name }) => [id, name]));

  return looks.map(({ id, at, unitId, purpose }) => ({
    id,
    at,
    who: (unitId && names.get(unitId)) ?? system,
    purpose,
  }));
}
