import type { StaffChange, StaffCreate, StaffMember, StaffRole } from '@anxing/contract/units';

export type GivenRole = StaffCreate['roles'][number];

/** The owner is named by the operator. */
export const givenRoles: readonly GivenRole[] = ['manager', 'clerk', 'guard', 'viewer'];

export interface StaffValues {
  name?: string;
  phone?: string;
  roles?: GivenRole[];
  pointIds?: string[];
}

/** Points are kept for guards only, as the API does. */
function pointsOf({ roles = [], pointIds = [] }: StaffValues): string[] {
  return roles.includes('guard') ? pointIds : [];
}

export function createInput(values: StaffValues): StaffCreate {
  return {
    name: values.name ?? '',
    phone: (values.phone ?? '').trim(),
    roles: values.roles ?? [],
    pointIds: pointsOf(values),
  };
}

export function changeInput(values: StaffValues): StaffChange {
  return { name: values.name, roles: values.roles, pointIds: pointsOf(values) };
}

function isGiven(role: StaffRole): role is GivenRole {
  return givenRoles.some((given) => given === role);
}

export function valuesOf({ name, roles, pointIds }: StaffMember): StaffValues {
  return { name, roles: roles.filter(isGiven), pointIds };
}
