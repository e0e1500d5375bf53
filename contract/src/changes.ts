import { z } from 'zod';

import { line, paging } from './fields';
import { limits } from './limits';

/** What one person proposes and another one puts in force. */
export const changeKinds = ['override', 'batch', 'rules', 'regionLevels', 'feedKey', 'feedKeyEnd'] as const;
export type ChangeKind = (typeof changeKinds)[number];

export const changeKindNames: Record<ChangeKind, string> = {
  override: '人工变更颜色',
  batch: '数据批次',
  rules: '判定规则',
  regionLevels: '区域等级',
  feedKey: '数据源密钥',
  feedKeyEnd: '不再等待报送方',
};

/** Where a proposal waits for its second person. */
export const proposedChange = z.object({ changeId: z.string() });
export type ProposedChange = z.infer<typeof proposedChange>;

export const changeStates = ['waiting', 'approved', 'rejected', 'withdrawn', 'expired', 'outdated'] as const;
export type ChangeState = (typeof changeStates)[number];

export const changeStateNames: Record<ChangeState, string> = {
  waiting: '待审批',
  approved: '已批准',
  rejected: '已驳回',
  withdrawn: '已撤回',
  expired: '已过期',
  outdated: '已过时',
};

export const change = z.object({
  id: z.string(),
  kind: z.enum(changeKinds),
  state: z.enum(changeStates),
  /** One line for a list, without anything of a person. */
  title: z.string(),
  /** What the second person decides upon; persons are masked. */
  facts: z.array(z.object({ label: z.string(), value: z.string() })),
  /** Told in red: for example how many people it would turn orange. */
  warning: z.string().nullable(),
  /** The record that it is about: an override, a batch, a version of the rules … */
  subject: z.string(),
  /** Where the subject belongs to: the source of a batch or key, the versions that rules were compared with. */
  scope: z.string(),
  /** The appeal that it answers. */
  appealId: z.string().nullable(),
  evidence: z.array(z.object({ id: z.string(), mediaType: z.string() })),
  /** Whom a change of colour is about, masked, the first twenty: only for who may decide, and only in the change itself. */
  people: z.array(z.object({ name: z.string().nullable(), idNumber: z.string() })),
  proposedBy: z.object({ name: z.string(), unit: z.string() }),
  proposedAt: z.number(),
  /** Nobody can approve it any more after this (ms). */
  expiresAt: z.number(),
  decidedBy: z.object({ name: z.string(), unit: z.string() }).nullable(),
  decidedAt: z.number().nullable(),
  note: z.string().nullable(),
  /** I proposed it: I can withdraw it, and never approve it. */
  isMine: z.boolean(),
  mayDecide: z.boolean(),
});
export type Change = z.infer<typeof change>;

export const changeQuery = z.strictObject({
  state: z.enum(changeStates).optional(),
  kind: z.enum(changeKinds).optional(),
  ...paging,
});
export type ChangeQuery = z.input<typeof changeQuery>;

export const changeApproval = z.strictObject({ note: line(limits.reasonLength).optional() });
export type ChangeApproval = z.input<typeof changeApproval>;

export const changeRefusal = z.strictObject({ note: line(limits.reasonLength) });
export type ChangeRefusal = z.input<typeof changeRefusal>;

export const waitingChanges = z.object({ count: z.number().int() });
