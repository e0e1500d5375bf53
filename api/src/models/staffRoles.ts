import { staffRoles, type StaffRole } from '@anxing/contract/units';

/** Roles as stored, joined by commas. */
export function rolesOf(text: string): StaffRole[] {
  return staffRoles.filter((role) => text.split(',').includes(role));
}

/** Roles as they are stored: each once, in the contract's order. */
export function joinRoles(roles: readonly StaffRole[]): string {
  return staffRoles.filter((role) => roles.includes(role)).join(',');
}
