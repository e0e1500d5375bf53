import type { Abilities, StaffRole } from '@anxing/contract/units';

export type Ability = keyof Abilities;

/** Which roles may do what: the one place where it is written. */
const holders: Record<Ability, readonly StaffRole[]> = {
  managePoints: ['owner', 'manager'],
  managePosters: ['owner', 'manager'],
  readPassages: ['owner', 'manager', 'viewer'],
  readFlow: ['owner', 'manager', 'viewer', 'guard'],
  manageFlow: ['owner', 'manager', 'guard'],
  manageStaff: ['owner', 'manager'],
  checkPeople: ['owner', 'manager', 'guard'],
  manageUnits: ['units'],
  readAudit: ['auditor'],
};

export function abilitiesOf(roles: readonly StaffRole[]): Abilities {
  const entries = Object.entries(holders).map(([ability, allowed]) => [
    ability,
    allowed.some((role) => roles.includes(role)),
  ]);

  return Object.fromEntries(entries) as Abilities;
}
