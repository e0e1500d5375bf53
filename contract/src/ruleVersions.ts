import { z } from 'zod';

import { instant, line, paging } from './fields';
import { limits } from './limits';
import { riskRuleList } from './riskRules';

/**
 * draft → waiting for a second person → approved, to take force at a time → in force → past. What is approved and not yet
 * in force is outdated by another version that takes force before it.
 */
export const ruleStates = [
  'draft',
  'waiting',
  'approved',
  'inForce',
  'past',
  'rejected',
  'discarded',
  'outdated',
] as const;
export type RuleState = (typeof ruleStates)[number];

export const ruleStateNames: Record<RuleState, string> = {
  draft: '草稿',
  waiting: '待审批',
  approved: '已批准，待生效',
  inForce: '生效中',
  past: '已被替代',
  rejected: '已驳回',
  discarded: '已作废',
  outdated: '未生效，已被取代',
};

export const dryRunScopes = ['sample', 'everyone'] as const;
export type DryRunScope = (typeof dryRunScopes)[number];

/** What a version would do to the people of now. */
export const dryRun = z.object({
  id: z.string(),
  scope: z.enum(dryRunScopes),
  state: z.enum(['running', 'done', 'failed']),
  /** People judged, of `total`. */
  done: z.number().int(),
  total: z.number().int(),
  startedAt: z.number(),
  finishedAt: z.number().nullable(),
  /** Only where something changes. */
  changes: z.array(z.object({ from: z.string(), to: z.string(), count: z.number().int() })),
  /** People under each rule, before and after. */
  byRule: z.array(z.object({ rule: z.string(), before: z.number().int(), after: z.number().int() })),
  /** People who would lose the clear colour. */
  turned: z.number().int(),
  /** More than the set share: the proposal needs a confirmation. */
  isAboveShare: z.boolean(),
  /** At most twenty, masked. */
  examples: z.array(
    z.object({
      name: z.string(),
      idNumber: z.string(),
      from: z.string(),
      to: z.string(),
      reasons: z.array(z.string()),
    }),
  ),
});
export type DryRun = z.infer<typeof dryRun>;

const common = {
  version: z.number().int(),
  state: z.enum(ruleStates),
  comment: z.string(),
  /** The version it was made from. */
  basedOn: z.number().int().nullable(),
  createdBy: z.string(),
  createdAt: z.number(),
  approvedBy: z.string().nullable(),
  takesForceAt: z.number().nullable(),
  changeId: z.string().nullable(),
};

export const ruleVersionSummary = z.object(common);
export type RuleVersionSummary = z.infer<typeof ruleVersionSummary>;

export const ruleVersion = z.object({
  ...common,
  rules: riskRuleList,
  /** The newest one of exactly these rules. */
  dryRun: dryRun.nullable(),
  /** What can be done with it now, by whoever asks. */
  may: z.object({ change: z.boolean(), submit: z.boolean(), discard: z.boolean(), rollBack: z.boolean() }),
});
export type RuleVersion = z.infer<typeof ruleVersion>;

export const ruleVersionQuery = z.strictObject(paging);

export const ruleDraft = z.strictObject({
  basedOn: z.number().int().positive(),
  comment: line(limits.reasonLength),
  rules: riskRuleList,
});
export type RuleDraft = z.input<typeof ruleDraft>;

export const ruleChange = z.strictObject({ comment: line(limits.reasonLength), rules: riskRuleList });
export type RuleChange = z.input<typeof ruleChange>;

export const dryRunStart = z.strictObject({ scope: z.enum(dryRunScopes) });
export type DryRunStart = z.input<typeof dryRunStart>;

export const ruleSubmit = z.strictObject({
  /** ms; left out: as soon as it is approved. */
  takesForceAt: instant.optional(),
  /** The number of people who would lose the clear colour, as the dry run says: needed above the set share. */
  confirmTurned: z.number().int().nonnegative().optional(),
});
export type RuleSubmit = z.input<typeof ruleSubmit>;

export const ruleRollback = z.strictObject({
  comment: line(limits.reasonLength),
  /** As with a draft: the trial of the version that is to come back tells the number. */
  confirmTurned: z.number().int().nonnegative().optional(),
});
export type RuleRollback = z.input<typeof ruleRollback>;

/** What an editor of rules can choose from. */
export const ruleOptions = z.object({
  colours: z.array(z.object({ name: z.string(), label: z.string() })),
  sources: z.array(
    z.object({
      source: z.string(),
      name: z.string(),
      kinds: z.array(z.object({ id: z.string(), name: z.string() })),
    }),
  ),
  regionLevels: z.array(z.object({ id: z.string(), name: z.string() })),
});
export type RuleOptions = z.infer<typeof ruleOptions>;

/** Somebody whose colour a rule made, masked. */
export const personUnderRule = z.object({
  id: z.string(),
  name: z.string(),
  idNumber: z.string(),
  colour: z.string(),
  reasons: z.array(
    z.object({ rule: z.string(), text: z.string(), date: z.string(), until: z.number().nullable() }),
  ),
});
export type PersonUnderRule = z.infer<typeof personUnderRule>;

export const underRuleQuery = z.strictObject({ rule: z.string().max(30).optional(), ...paging });
export type UnderRuleQuery = z.input<typeof underRuleQuery>;

/** How recompute runs stand: what changed, and how far the people are judged anew. */
export const recomputeRun = z.object({
  id: z.string(),
  cause: z.enum(['batch', 'rules', 'regions', 'derive']),
  subject: z.string(),
  state: z.enum(['waiting', 'running', 'done']),
  done: z.number().int(),
  total: z.number().int().nullable(),
  changed: z.number().int(),
  startedAt: z.number(),
  finishedAt: z.number().nullable(),
});
export type RecomputeRun = z.infer<typeof recomputeRun>;

export const recomputeRuns = z.object({ items: z.array(recomputeRun) });
