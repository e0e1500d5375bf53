import { z } from 'zod';

import { instant, line, pageOf, paging, phone } from './fields';
import { limits } from './limits';

export const deviceKinds = ['turnstile', 'terminal'] as const;
export type DeviceKind = (typeof deviceKinds)[number];

export const deviceKindNames: Record<DeviceKind, string> = { turnstile: '闸机', terminal: '自备终端' };

/** A model goes from `open` (tested, agreed) by itself to `waiting`, and from there by the operator. */
export const modelStates = ['open', 'waiting', 'approved', 'refused'] as const;
export type ModelState = (typeof modelStates)[number];

export const modelStateNames: Record<ModelState, string> = {
  open: '登记中',
  waiting: '待审批',
  approved: '已通过',
  refused: '未通过',
};

/** The agreement that a unit accepts for a model. Another text is another version. */
export const deviceAgreement = {
  version: '2026-11-01',
  clauses: [
    '设备私钥在设备内生成和保存，不导出、不共用；设备遗失、转让、报废或怀疑泄露时，立即在本页停用。',
    '设备只在所登记的服务点使用，只用于出入核验，不保存、不转发、不另作他用任何人员信息和扫码内容。',
    '设备以平台的验证结果为准放行；断网时只按接入文档的规则验证签名，恢复后如实补传。',
    '设备时钟与标准时间同步；软件升级影响接口时，重新进行联调测试。',
    '平台可对异常设备随时停用；接入单位对设备的使用负责，并配合检查。',
  ],
} as const;

export const modelCreate = z.strictObject({
  maker: line(limits.nameLength),
  model: line(limits.nameLength),
  kind: z.enum(deviceKinds),
  /** Who answers questions about the software: shown to the operator. */
  contact: z.strictObject({ name: line(limits.nameLength), phone }),
});
export type ModelCreate = z.input<typeof modelCreate>;

export const runStates = ['running', 'passed', 'failed', 'expired'] as const;
export type RunState = (typeof runStates)[number];

export const runStateNames: Record<RunState, string> = {
  running: '进行中',
  passed: '通过',
  failed: '未通过',
  expired: '已过期',
};

/** What was expected of one task of a conformance run, and what the device said. */
export const taskReport = z.object({
  id: z.string(),
  title: z.string(),
  expected: z.string(),
  answered: z.string().nullable(),
  right: z.boolean(),
});
export type TaskReport = z.infer<typeof taskReport>;

export const conformanceRun = z.object({
  id: z.string(),
  state: z.enum(runStates),
  /** Where the device's software finds its tasks. */
  address: z.string(),
  startedAt: z.number(),
  expiresAt: z.number(),
  endedAt: z.number().nullable(),
  /** Whether a device has put its key into the run's slot. */
  hasKey: z.boolean(),
  tasks: z.number().int(),
  right: z.number().int().nullable(),
  /** The wrong ones; empty while it runs. */
  wrong: z.array(taskReport),
});
export type ConformanceRun = z.infer<typeof conformanceRun>;

export const deviceModel = z.object({
  id: z.string(),
  maker: z.string(),
  model: z.string(),
  kind: z.enum(deviceKinds),
  contact: z.object({ name: z.string(), phone: z.string() }),
  state: z.enum(modelStates),
  createdAt: z.number(),
  run: conformanceRun.nullable(),
  /** ms when a run was passed. */
  conformedAt: z.number().nullable(),
  agreement: z.object({ version: z.string(), by: z.string(), at: z.number() }).nullable(),
  decision: z.object({ at: z.number(), reason: z.string().nullable() }).nullable(),
  devices: z.number().int(),
});
export type DeviceModel = z.infer<typeof deviceModel>;

export const deviceModelPage = pageOf(deviceModel);
export type DeviceModelPage = z.infer<typeof deviceModelPage>;

export const agreementRequest = z.strictObject({ version: z.literal(deviceAgreement.version, 'agreement') });

/** What the operator decides on. */
export const waitingModel = deviceModel.extend({ unit: z.object({ id: z.string(), name: z.string() }) });
export type WaitingModel = z.infer<typeof waitingModel>;
export const waitingModelPage = pageOf(waitingModel);
export type WaitingModelPage = z.infer<typeof waitingModelPage>;

export const modelQuery = z.strictObject(paging);
export const waitingModelQuery = z.strictObject({ state: z.enum(modelStates).optional(), ...paging });
export type WaitingModelQuery = z.input<typeof waitingModelQuery>;

export const modelRefusal = z.strictObject({ reason: line(limits.reasonLength) });

const serial = z
  .string()
  .trim()
  .regex(/^[\w.:/-]{1,40}$/, 'format');

export const deviceCreate = z.strictObject({
  name: line(limits.nameLength),
  modelId: z.uuid(),
  pointId: z.uuid(),
  serial,
});
export type DeviceCreate = z.input<typeof deviceCreate>;

export const deviceChange = z
  .strictObject({ name: line(limits.nameLength), pointId: z.uuid(), active: z.boolean() })
  .partial();
export type DeviceChange = z.input<typeof deviceChange>;

export const deviceStates = ['new', 'enrolled', 'disabled'] as const;
export type DeviceState = (typeof deviceStates)[number];

export const device = z.object({
  id: z.string(),
  name: z.string(),
  serial: z.string(),
  model: z.object({
    id: z.string(),
    maker: z.string(),
    model: z.string(),
    kind: z.enum(deviceKinds),
    approved: z.boolean(),
  }),
  point: z.object({ id: z.string(), name: z.string() }),
  state: z.enum(deviceStates),
  createdAt: z.number(),
  enrolledAt: z.number().nullable(),
  /** ms until which its enrolment code is good; null when none is. */
  codeUntil: z.number().nullable(),
  lastSeenAt: z.number().nullable(),
  firmware: z.string().nullable(),
  /** ms by which its clock is ahead of the server's, at the last heartbeat. */
  clockOffset: z.number().nullable(),
  /** Passages that it has not sent yet. */
  queued: z.number().nullable(),
  /** Refused requests by error code, since the device was added. */
  refusals: z.array(z.object({ cause: z.string(), count: z.number().int(), lastAt: z.number() })),
});
export type Device = z.infer<typeof device>;

export const devicePage = pageOf(device);
export type DevicePage = z.infer<typeof devicePage>;
export const deviceQuery = z.strictObject({ pointId: z.uuid().optional(), ...paging });
export type DeviceQuery = z.input<typeof deviceQuery>;

/** Told once; nobody can read it again. */
export const enrolmentCode = z.object({ code: z.string(), expiresAt: z.number() });
export type EnrolmentCode = z.infer<typeof enrolmentCode>;

export const deviceCreated = z.object({ device, enrolment: enrolmentCode });
export type DeviceCreated = z.infer<typeof deviceCreated>;

export const enrolmentAlphabet = 'ABCDEFGHJKMNPQRSTVWXYZ23456789';
export const enrolmentLength = 16;

/** The code as it is hashed: without hyphens, in capitals; undefined for what is none. */
export function normaliseEnrolmentCode(text: string): string | undefined {
  const code = text.replace(/[\s-]/g, '').toUpperCase();
  const isCode = code.length === enrolmentLength && [...code].every((one) => enrolmentAlphabet.includes(one));

  return isCode ? code : undefined;
}

/** In groups of four, as people read it. */
export function showEnrolmentCode(code: string): string {
  return (code.match(/.{4}/g) ?? []).join('-');
}

export const queuedMost = 1_000_000;
export const firmware = line(40);
export const deviceClock = instant;
