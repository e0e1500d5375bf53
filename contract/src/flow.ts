import { z } from 'zod';

import { crowdStates, warningLevels } from './crowd';
import { day, line, paging } from './fields';
import { limits } from './limits';
import { pointKinds } from './points';

export const flowItem = z.object({
  pointId: z.string(),
  name: z.string(),
  parentId: z.string().nullable(),
  kind: z.enum(pointKinds),
  /** Passages today in the configured zone, with those of the points below. */
  in: z.number().int(),
  /** Those who left and those who were taken to have left. */
  out: z.number().int(),
  /** People inside now, everybody once, also those in points below. */
  inside: z.number().int(),
  capacity: z.number().nullable(),
  warningLine: z.number().nullable(),
  state: z.enum(crowdStates),
});
export type FlowItem = z.infer<typeof flowItem>;

/** A warning that has not ended. */
export const openWarning = z.object({
  id: z.string(),
  pointId: z.string(),
  level: z.enum(warningLevels),
  /** So many people raised it. */
  threshold: z.number().int(),
  raisedAt: z.number(),
  acknowledgedAt: z.number().nullable(),
});
export type OpenWarning = z.infer<typeof openWarning>;

export const flow = z.object({ items: z.array(flowItem), warnings: z.array(openWarning), at: z.number() });
export type Flow = z.infer<typeof flow>;

/**
 * Events of `GET unit/flow/stream`, each with JSON as its data. `snapshot` holds everything and comes first, also
 * after every reconnection; `change` holds the rows that are different now, `gone` the points that are not shown any
 * more, and the open warnings when one of them changed; `beat` tells that the stream lives; `end` why it does not.
 */
export const flowEvents = ['snapshot', 'change', 'beat', 'end'] as const;

export const flowChange = z.object({
  items: z.array(flowItem),
  gone: z.array(z.string()),
  warnings: z.array(openWarning).optional(),
  at: z.number(),
});
export type FlowChange = z.infer<typeof flowChange>;

export const flowBeat = z.object({ at: z.number() });

export const flowEnds = ['signedOut', 'shutdown'] as const;
export const flowEnd = z.object({ reason: z.enum(flowEnds) });
export type FlowEnd = z.infer<typeof flowEnd>;

export const flowHoursQuery = z.strictObject({ day: day.optional() });

export const flowHour = z.object({
  /** ms: when the hour begins. */
  at: z.number(),
  in: z.number().int(),
  out: z.number().int(),
  /** At the end of the hour, or now; null for hours to come, and where nobody counted. */
  inside: z.number().int().nullable(),
});
export type FlowHour = z.infer<typeof flowHour>;
export const flowHours = z.object({ day: z.string(), hours: z.array(flowHour) });
export type FlowHours = z.infer<typeof flowHours>;

export const flowDaysQuery = z
  .strictObject({ from: day.optional(), to: day.optional() })
  .superRefine(({ from, to }, context) => {
    if (from && to && from > to) {
      context.addIssue({ code: 'custom', path: ['to'], message: 'range' });
    }
    if (from && to && Date.parse(to) - Date.parse(from) >= limits.flowHistoryDays * 86_400_000) {
      context.addIssue({ code: 'custom', path: ['to'], message: 'rangeTooLong' });
    }
  });

export const flowDay = z.object({
  day: z.string(),
  in: z.number().int(),
  out: z.number().int(),
  /** Most people inside at the end of an hour, or seen by a warning; null where nobody counted. */
  peak: z.number().int().nullable(),
});
export type FlowDay = z.infer<typeof flowDay>;
export const flowDays = z.object({ items: z.array(flowDay) });

export const flowWarning = openWarning.extend({
  pointName: z.string(),
  capacity: z.number().nullable(),
  peak: z.number().int(),
  peakAt: z.number(),
  /** null while it lasts. */
  clearedAt: z.number().nullable(),
  /** Name of the staff member; null when nobody has seen to it. */
  acknowledgedBy: z.string().nullable(),
  note: z.string().nullable(),
});
export type FlowWarning = z.infer<typeof flowWarning>;

export const warningQuery = z
  .strictObject({
    pointId: z.uuid().optional(),
    level: z.enum(warningLevels).optional(),
    /** Days in the configured zone, both included. */
    from: day.optional(),
    to: day.optional(),
    ...paging,
  })
  .superRefine(({ from, to }, context) => {
    if (from && to && from > to) {
      context.addIssue({ code: 'custom', path: ['to'], message: 'range' });
    }
  });
export type WarningQuery = z.input<typeof warningQuery>;

export const acknowledgement = z.strictObject({ note: line(limits.reasonLength).optional() });

/** `null` stands for the unit's managers, whoever they are at that time. */
export const noticeStaff = z.strictObject({
  staffIds: z.array(z.uuid()).max(limits.noticeStaff, 'tooLong').nullable(),
});
export type NoticeStaff = z.infer<typeof noticeStaff>;

/** Who may be chosen for notices. */
export const noticeChoices = z.object({
  staffIds: z.array(z.string()).nullable(),
  choices: z.array(z.object({ id: z.string(), name: z.string() })),
});
export type NoticeChoices = z.infer<typeof noticeChoices>;

export const emptied = z.object({ left: z.number().int() });
