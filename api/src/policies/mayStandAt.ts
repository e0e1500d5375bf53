import type { Staff } from '../models/staff';
import { rolesOf } from '../models/staffRoles';

/** A plain guard needs the point to be given to him; who manages the unit may stand anywhere in it. */
export function mayStandAt(staff: Staff, isGranted: boolean): boolean {
  const roles = rolesOf(staff.roles);

  return isGranted || roles.includes('owner') || roles.includes('manager');
}
