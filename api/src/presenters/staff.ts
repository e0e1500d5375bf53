import type { InitialPassword, OwnUnit, StaffMember } from '@anxing/contract/units';

import type { Services } from '../context';
import { Grant } from '../models/grant';
import type { Staff } from '../models/staff';
import { rolesOf } from '../models/staffRoles';
import { openField } from '../privacy/sealedFields';
import { maskPhone } from './mask';

/** The points given to staff members, by staff id. */
async function pointsGiven(staff: readonly Staff[]): Promise<Map<string, string[]>> {
  const given = new Map<string, string[]>(staff.map(({ id }) => [id, []]));
  const grants = await Grant.findAll({ where: { staffId: [...given.keys()] }, order: ['id'] });
  grants.forEach(({ staffId, pointId }) => given.get(staffId)?.push(pointId));

  return given;
}

/** Colleagues are named in full to each other; their phones are masked. */
function nameAndPhone(services: Services, staff: Staff): { name: string; phone: string } {
  return {
    name: openField(services.vault, 'staff', 'name', staff, staff.name),
    phone: maskPhone(openField(services.vault, 'staff', 'phone', staff, staff.phone)),
  };
}

function present(services: Services, staff: Staff, given: Map<string, string[]>): StaffMember {
  return {
    id: staff.id,
    ...nameAndPhone(services, staff),
    roles: rolesOf(staff.roles),
    pointIds: given.get(staff.id) ?? [],
    active: Boolean(staff.active),
    mustChangePassword: Boolean(staff.mustChangePassword),
    lastSignInAt: staff.lastSignInAt,
  };
}

export async function presentStaffMembers(
  services: Services,
  staff: readonly Staff[],
): Promise<StaffMember[]> {
  const given = await pointsGiven(staff);

  return staff.map((member) => present(services, member, given));
}

export async function presentStaffMember(services: Services, staff: Staff): Promise<StaffMember> {
  return present(services, staff, await pointsGiven([staff]));
}

/** The signed-in staff member as he sees himself. */
export function presentOwnStaff(services: Services, staff: Staff): OwnUnit['staff'] {
  return {
    id: staff.id,
    ...nameAndPhone(services, staff),
    roles: rolesOf(staff.roles),
    mustChangePassword: Boolean(staff.mustChangePassword),
  };
}

/** The slip with which somebody signs in first: the phone is the sign-in name, so it is told in full. */
export function presentActivation(services: Services, staff: Staff, password: string): InitialPassword {
  return { phone: openField(services.vault, 'staff', 'phone', staff, staff.phone), password };
}
