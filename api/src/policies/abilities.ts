import type { Abilities, StaffRole, UnitKind } from '@anxing/contract/units';

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
  readRisk: ['feeds', 'rules', 'approver', 'auditor'],
  manageFeeds: ['feeds'],
  manageRules: ['rules'],
  proposeOverrides: ['owner', 'clerk', 'rules'],
  approveChanges: ['approver'],
  answerAppeals: ['rules'],
  uploadTests: ['owner', 'manager', 'clerk'],
  printCards: ['owner', 'manager', 'clerk'],
  manageDevices: ['owner', 'manager'],
  approveDevices: ['units'],
};

/** Abilities that only staff of some kinds of unit have. */
const unitsOf: Partial<Record<Ability, readonly UnitKind[]>> = {
  uploadTests: ['hospital'],
  printCards: ['community', 'government', 'hospital'],
};

function has(ability: Ability, roles: readonly StaffRole[], kind: string): boolean {
  const isOfUnit = unitsOf[ability]?.some((one) => one === kind) ?? true;

  return isOfUnit && holders[ability].some((role) => roles.includes(role));
}

/** What somebody with these roles may do in a unit of this kind. */
export function abilitiesOf(roles: readonly StaffRole[], kind: string): Abilities {
  const names = Object.keys(holders) as Ability[];

  return Object.fromEntries(names.map((name) => [name, has(name, roles, kind)])) as Abilities;
}
