import { z } from 'zod';

import { line, paging } from './fields';
import { limits } from './limits';
import { overrideDays } from './overrides';

export const appealStates = [
  'submitted',
  'needsMore',
  'inApproval',
  'upheld',
  'dismissed',
  'withdrawn',
] as const;
export type AppealState = (typeof appealStates)[number];

export const appealStateNames: Record<AppealState, string> = {
  submitted: '已提交，等待处理',
  needsMore: '需要补充材料',
  inApproval: '核查通过，等待复核',
  upheld: '申诉成立',
  dismissed: '申诉不成立',
  withdrawn: '已撤回',
};

/** Whether nothing more happens to it by itself. */
export function isAppealOver(state: AppealState): boolean {
  return state === 'upheld' || state === 'dismissed' || state === 'withdrawn';
}

const paragraph = z
  .string()
  .trim()
  .min(1, 'required')
  .max(limits.appealLength, 'tooLong')
  // Line breaks are wanted here; other control characters are not.
  .refine((text) => !/[^\P{Cc}\n\r\t]/u.test(text), 'text');

const pictures = z.array(z.uuid()).max(limits.evidenceFiles, 'tooLong').default([]);

export const appealCreate = z.strictObject({
  /** The rules whose reasons are contested. */
  rules: z.array(z.string().max(30)).min(1, 'required').max(20, 'tooLong'),
  text: paragraph,
  pictures,
});
export type AppealCreate = z.input<typeof appealCreate>;

export const appealAddition = z.strictObject({ text: paragraph, pictures });
export type AppealAddition = z.input<typeof appealAddition>;

export const appealEventKinds = [
  'submitted',
  'moreAsked',
  'added',
  'proposed',
  'sentBack',
  'upheld',
  'dismissed',
  'withdrawn',
] as const;

export const appealEvent = z.object({
  at: z.number(),
  kind: z.enum(appealEventKinds),
  text: z.string().nullable(),
  pictures: z.array(z.object({ id: z.string(), mediaType: z.string() })),
});
export type AppealEvent = z.infer<typeof appealEvent>;

const common = {
  id: z.string(),
  state: z.enum(appealStates),
  /** What was contested, as it stood then. */
  reasons: z.array(
    z.object({ rule: z.string(), text: z.string(), sourceName: z.string(), date: z.string() }),
  ),
  submittedAt: z.number(),
  /** When the next answer is due: of the operator, or of the person while more is needed. */
  dueAt: z.number().nullable(),
  isOverdue: z.boolean(),
  closedAt: z.number().nullable(),
};

export const appealSummary = z.object(common);
export type AppealSummary = z.infer<typeof appealSummary>;

export const appeal = z.object({
  ...common,
  events: z.array(appealEvent),
  /** What was lifted when it was upheld: until when (ms), null together with the records; null where nothing was. */
  lift: z.object({ until: z.number().nullable() }).nullable(),
});
export type Appeal = z.infer<typeof appeal>;

/** For the operator: masked in lists; the detail is a look at a person and noted as such. */
export const operatorAppealSummary = z.object({
  ...common,
  person: z.object({ name: z.string(), idNumber: z.string() }),
});
export type OperatorAppealSummary = z.infer<typeof operatorAppealSummary>;

export const operatorAppeal = z.object({
  ...appeal.shape,
  person: z.object({ name: z.string(), idNumber: z.string() }),
  /** The person's present colour, and which of the contested reasons still count. */
  colour: z.string(),
  stillCounting: z.array(z.string()),
  /** Until when each contested rule that still counts would go on by itself (ms), null without an end. */
  ends: z.array(z.object({ rule: z.string(), until: z.number().nullable() })),
  /** The changes by hand that lift each contested reason under the rules in force; none: it cannot be upheld. */
  lifts: z.array(z.object({ rule: z.string(), kinds: z.array(z.string()) })),
  /** The change that waits for a second person. */
  changeId: z.string().nullable(),
  mayAnswer: z.boolean(),
});
export type OperatorAppeal = z.infer<typeof operatorAppeal>;

export const appealQuery = z.strictObject({
  state: z.enum(appealStates).optional(),
  overdue: z.enum(['true']).optional(),
  ...paging,
});
export type AppealQuery = z.input<typeof appealQuery>;

export const appealAsk = z.strictObject({ text: paragraph });
export type AppealAsk = z.input<typeof appealAsk>;

export const appealDismissal = z.strictObject({ answer: paragraph });
export type AppealDismissal = z.input<typeof appealDismissal>;

export const appealUphold = z.strictObject({
  answer: paragraph,
  /** Which of the contested rules; left out: all of them. The others stand, as the answer has to say. */
  rules: z.array(z.string().max(30)).min(1, 'required').max(20, 'tooLong').optional(),
  /** One of the closed list of reasons for overrides. */
  reason: z.string().min(1, 'required').max(30, 'tooLong'),
  evidenceNumber: line(60).optional(),
  days: overrideDays,
});
export type AppealUphold = z.input<typeof appealUphold>;
