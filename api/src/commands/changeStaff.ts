import type { z } from 'zod';

import type { staffChange } from '@anxing/contract/units';

import { AppError } from '../base/errors';
import { writeAs, type Origin, type Services } from '../context';
import { lockOne } from '../models/auditedModel';
import { Staff } from '../models/staff';
import { joinRoles, rolesOf } from '../models/staffRoles';
import { sealField } from '../privacy/sealedFields';
import type { Scene } from '../storage/scene';
import { endDuties } from './endDuties';
import { endSessions } from './endSessions';
import { setGrants } from './setGrants';

type StaffInput = z.output<typeof staffChange>;

/** @returns whether other points are given than before */
async function changeGrants(scene: Scene, staff: Staff, asked: string[] | undefined): Promise<boolean> {
  if (!rolesOf(staff.roles).includes('guard')) {
    return setGrants(scene, staff, []);
  }

  return asked !== undefined && setGrants(scene, staff, asked);
}

function assign(services: Services, staff: Staff, { name, roles, active }: StaffInput): void {
  staff.set({
    ...(name === undefined ? {} : { name: sealField(services.vault, 'staff', 'name', staff.id, name) }),
    ...(roles === undefined ? {} : { roles: joinRoles(roles) }),
    ...(active === undefined ? {} : { active }),
  });
}

/** Changes a sub-account. Whoever is disabled is signed out and off at once; whose rights change, signs on again. */
export function changeStaff(
  services: Services,
  origin: Origin,
  staffId: string,
  input: StaffInput,
): Promise<Staff> {
  return writeAs(services, origin, async (scene) => {
    const staff = await lockOne(Staff, scene, { id: staffId });
    if (!staff) {
      throw new AppError('not_found');
    }
    assign(services, staff, input);
    const hasOtherRoles = staff.changed('roles');
    await staff.saveBy(scene);
    const hasOtherPoints = await changeGrants(scene, staff, input.pointIds);
    if (input.active === false) {
      await endSessions(scene, [staffId]);
    }
    if (input.active === false || hasOtherRoles || hasOtherPoints) {
      await endDuties(scene, { staffId: [staffId] });
    }

    return staff;
  });
}
