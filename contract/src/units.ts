import { z } from 'zod';

import { creditCode, divisionCode, line, paging, personName, phone } from './fields';
import { limits } from './limits';

export const unitKinds = ['government', 'enterprise', 'community', 'school', 'hospital', 'operator'] as const;
export type UnitKind = (typeof unitKinds)[number];

export const unitKindNames: Record<UnitKind, string> = {
  government: '政府机关',
  enterprise: '企业',
  community: '社区（村）',
  school: '学校',
  hospital: '医院',
  operator: '平台运营',
};

/** Provisioning by the operator: the unit, and its owner who signs in first. */
export const unitCreate = z.strictObject({
  name: line(limits.nameLength),
  kind: z.enum(unitKinds).exclude(['operator']),
  creditCode,
  /** The operator has checked a code whose check character fails. */
  creditCodeConfirmed: z.boolean().default(false),
  division: divisionCode,
  category: z.string().max(40),
  owner: z.strictObject({ name: personName, phone }),
});
export type UnitCreate = z.input<typeof unitCreate>;

export const unitChange = z
  .strictObject({
    name: line(limits.nameLength),
    division: divisionCode,
    category: z.string().max(40),
    active: z.boolean(),
  })
  .partial();
export type UnitChange = z.input<typeof unitChange>;

export const unit = z.object({
  id: z.string(),
  name: z.string(),
  kind: z.enum(unitKinds),
  creditCode: z.string(),
  division: z.string(),
  category: z.string(),
  active: z.boolean(),
  points: z.number().int(),
  createdAt: z.number(),
});
export type Unit = z.infer<typeof unit>;

export const unitQuery = z.strictObject({
  q: z.string().trim().max(60).optional(),
  kind: z.enum(unitKinds).optional(),
  ...paging,
});
export type UnitQuery = z.input<typeof unitQuery>;

/** Shown once: nobody can read it again. */
export const initialPassword = z.object({ phone: z.string(), password: z.string() });
export type InitialPassword = z.infer<typeof initialPassword>;

export const unitCreated = z.object({ unit, activation: initialPassword });
export type UnitCreated = z.infer<typeof unitCreated>;

export const unitRoles = ['owner', 'manager', 'clerk', 'guard', 'viewer'] as const;
export const operatorRoles = ['feeds', 'rules', 'approver', 'units', 'tracer', 'auditor'] as const;
export const staffRoles = [...unitRoles, ...operatorRoles] as const;
export type StaffRole = (typeof staffRoles)[number];

export const staffRoleNames: Record<StaffRole, string> = {
  owner: '单位负责人',
  manager: '管理员',
  clerk: '人员管理员',
  guard: '扫码员',
  viewer: '查看员',
  feeds: '数据管理',
  rules: '规则管理',
  approver: '审批',
  units: '单位管理',
  tracer: '流调',
  auditor: '审计',
};

export const staffCreate = z.strictObject({
  name: personName,
  phone,
  roles: z
    .array(z.enum(unitRoles).exclude(['owner']))
    .min(1, 'required')
    .max(4),
  /** The points a guard may stand at; ignored for other roles. */
  pointIds: z.array(z.uuid()).max(200).default([]),
});
export type StaffCreate = z.input<typeof staffCreate>;

export const staffChange = z
  .strictObject({
    name: personName,
    roles: staffCreate.shape.roles,
    pointIds: z.array(z.uuid()).max(200),
    active: z.boolean(),
  })
  .partial();
export type StaffChange = z.input<typeof staffChange>;

export const staffMember = z.object({
  id: z.string(),
  name: z.string(),
  phone: z.string(),
  roles: z.array(z.enum(staffRoles)),
  pointIds: z.array(z.string()),
  active: z.boolean(),
  mustChangePassword: z.boolean(),
  lastSignInAt: z.number().nullable(),
});
export type StaffMember = z.infer<typeof staffMember>;

export const staffCreated = z.object({ staff: staffMember, activation: initialPassword });
export type StaffCreated = z.infer<typeof staffCreated>;

/** What the signed-in staff member may do: buttons and endpoints ask the same rule. */
export const abilities = z.object({
  managePoints: z.boolean(),
  managePosters: z.boolean(),
  readPassages: z.boolean(),
  readFlow: z.boolean(),
  /** See to warnings, and empty a point or a vehicle. */
  manageFlow: z.boolean(),
  manageStaff: z.boolean(),
  checkPeople: z.boolean(),
  manageUnits: z.boolean(),
  readAudit: z.boolean(),
  /** See feeds, rules, regions, and what waits for a second person. */
  readRisk: z.boolean(),
  /** Upload batches by hand, and propose keys of feeds. */
  manageFeeds: z.boolean(),
  /** Draft rules, and propose levels of regions. */
  manageRules: z.boolean(),
  /** Propose a change of colour; for a unit: of its own people. */
  proposeOverrides: z.boolean(),
  /** Be the second person. */
  approveChanges: z.boolean(),
  answerAppeals: z.boolean(),
  /** Upload test results: staff of a hospital or laboratory. */
  uploadTests: z.boolean(),
  /** Print cards for people without a phone: staff of a counter. */
  printCards: z.boolean(),
  /** Register models, and add, move and disable devices. */
  manageDevices: z.boolean(),
  /** Decide on models of devices. */
  approveDevices: z.boolean(),
});
export type Abilities = z.infer<typeof abilities>;

export const ownUnit = z.object({
  unit,
  staff: z.object({
    id: z.string(),
    name: z.string(),
    phone: z.string(),
    roles: z.array(z.enum(staffRoles)),
    mustChangePassword: z.boolean(),
  }),
  abilities,
});
export type OwnUnit = z.infer<typeof ownUnit>;
