import type { StaffChange, StaffCreate, StaffMember } from '@anxing/contract/units';

export type GivenRole = StaffCreate['roles'][number];

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

const given: readonly string[] = ['manager', 'clerk', 'guard', 'viewer'] satisfies GivenRole[];

function isGiven(role: string): role is GivenRole {
  return given.includes(role);
}

export function valuesOf({ name, roles, pointIds }: StaffMember): StaffValues {
  return { name, roles: roles.filter(isGiven), pointIds };
}
