import { operatorRoles, type Abilities, type StaffMember, type Unit } from '@anxing/contract/units';

import { fakeId } from './fakeIds';

const staffIdKind = 3;
const unitIdKind = 4;

const none: Abilities = {
  managePoints: false,
  managePosters: false,
  readPassages: false,
  readFlow: false,
  manageFlow: false,
  manageStaff: false,
  checkPeople: false,
  manageUnits: false,
  readAudit: false,
  readRisk: false,
  manageFeeds: false,
  manageRules: false,
  proposeOverrides: false,
  approveChanges: false,
  answerAppeals: false,
  uploadTests: false,
  printCards: false,
  manageDevices: false,
  approveDevices: false,
};

export const fakeAbilities: Record<string, Abilities> = {
  owner: {
    ...none,
    managePoints: true,
    managePosters: true,
    readPassages: true,
    readFlow: true,
    manageFlow: true,
    manageStaff: true,
    checkPeople: true,
    proposeOverrides: true,
    manageDevices: true,
    printCards: true,
  },
  viewer: { ...none, readPassages: true, readFlow: true },
  guard: { ...none, readFlow: true, manageFlow: true, checkPeople: true },
  units: { ...none, manageUnits: true, approveDevices: true },
  feeds: { ...none, readRisk: true, manageFeeds: true },
  rules: { ...none, readRisk: true, manageRules: true, proposeOverrides: true, answerAppeals: true },
  approver: { ...none, readRisk: true, approveChanges: true },
  clerk: { ...none, proposeOverrides: true, uploadTests: true, printCards: true },
};

/** Whose staff somebody with this role is. */
export function unitKindOf(role: string): Unit['kind'] {
  if (role === 'clerk') {
    return 'hospital';
  }

  return operatorRoles.some((one) => one === role) ? 'operator' : 'government';
}

export const fakePassword = 'spring-2026-river';

function member(number: number, name: string, roles: StaffMember['roles'], now: number): StaffMember {
  return {
    id: fakeId(staffIdKind, number),
    name,
    phone: `1380000${String(1000 + number)}`,
    roles,
    pointIds: roles.includes('guard') ? [fakeId(1, 2)] : [],
    active: true,
    mustChangePassword: false,
    lastSignInAt: now - number * 3_600_000,
  };
}

/** Phone 1380000100x signs in with `fakePassword`; 13800001005 has a first password to change. */
export function fakeStaff(now: number): StaffMember[] {
  return [
    member(1, '陈志远', ['owner'], now),
    member(2, '林晓雯', ['manager'], now),
    member(3, '周敏', ['viewer'], now),
    member(4, '王建国', ['guard'], now),
    { ...member(5, '何静', ['manager'], now), mustChangePassword: true, lastSignInAt: null },
    { ...member(6, '刘波', ['guard', 'viewer'], now), active: false },
    member(7, '平台运营员', ['units'], now),
    member(8, '罗清', ['feeds'], now),
    member(9, '沈括', ['rules'], now),
    member(10, '杨审', ['approver'], now),
    member(11, '白芷', ['clerk'], now),
  ];
}

function unitOf(number: number, name: string, kind: Unit['kind'], now: number): Unit {
  return {
    id: fakeId(unitIdKind, number),
    name,
    kind,
    creditCode: `9111010${number}MA00000${number}0X`,
    division: '110000',
    category: kind === 'school' ? 'school' : 'serviceHall',
    active: true,
    points: number * 3,
    createdAt: now - number * 86_400_000,
  };
}

export function fakeUnits(now: number): Unit[] {
  return [
    unitOf(1, '示例市政务服务中心', 'government', now),
    unitOf(2, '示例市第一中学', 'school', now),
    { ...unitOf(3, '示例百货有限公司', 'enterprise', now), active: false },
    unitOf(4, '示例省数字化办公室', 'operator', now),
    unitOf(5, '示例市第二医院', 'hospital', now),
  ];
}
