import type { z } from 'zod';

import type { staffCreate } from '@anxing/contract/units';

import { writeAs, type Origin, type Services } from '../context';
import type { Staff } from '../models/staff';
import type { Unit } from '../models/unit';
import { hashPassword, newInitialPassword } from '../privacy/passwords';
import { insertStaff } from './insertStaff';
import { setGrants } from './setGrants';

export interface Activated {
  staff: Staff;
  /** Told once; nobody can read it again. */
  password: string;
}

/**
 * Opens a sub-account of a unit with a one-time password. Points are given to guards only.
 * @throws phone_taken, invalid_input for points that the unit does not have
 */
export async function addStaff(
  services: Services,
  origin: Origin,
  unit: Unit,
  input: z.output<typeof staffCreate>,
): Promise<Activated> {
  const { name, phone, roles, pointIds } = input;
  const password = newInitialPassword();
  const passwordHash = await hashPassword(password);
  const staff = await writeAs(services, origin, async (scene) => {
    const added = await insertStaff(services, scene, { unitId: unit.id, name, phone, roles, passwordHash });
    await setGrants(scene, added, roles.includes('guard') ? pointIds : []);

    return added;
  });

  return { staff, password };
}
