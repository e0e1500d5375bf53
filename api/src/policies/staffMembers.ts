import type { Staff } from '../models/staff';
import { rolesOf } from '../models/staffRoles';

function isOwner(staff: Staff): boolean {
  return rolesOf(staff.roles).includes('owner');
}

/** Who runs the unit is changed by nobody below. */
export function mayManage(staff: Staff, member: Staff): boolean {
  return isOwner(staff) || !isOwner(member);
}

/** Nobody disables himself, takes his own role away or resets his own password without knowing it. */
export function isSomebodyElse(staff: Staff, member: Staff): boolean {
  return staff.id !== member.id;
}
