import type { StaffRole } from '@anxing/contract/units';

const wide: readonly StaffRole[] = ['owner', 'manager', 'viewer'];

/** A plain guard sees the points that were given to him, everybody else all of the unit. */
export function seesEveryPoint(roles: readonly StaffRole[]): boolean {
  return roles.some((role) => wide.includes(role));
}
