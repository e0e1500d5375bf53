import { z } from 'zod';

import { paging } from './fields';

/** How binding the tests of a group are. */
export const screeningDuties = ['required', 'sampled'] as const;
export type ScreeningDuty = (typeof screeningDuties)[number];

export const screeningDutyNames: Record<ScreeningDuty, string> = {
  required: '应检尽检',
  sampled: '适时抽检',
};

/** overdue: the last day for the next test is over; soon: it is near enough to be reminded of. */
export const screeningStates = ['overdue', 'soon', 'onTime'] as const;
export type ScreeningState = (typeof screeningStates)[number];

export const screeningStateNames: Record<ScreeningState, string> = {
  overdue: '已逾期',
  soon: '即将到期',
  onTime: '未到期',
};

/** What a list of people can be narrowed to. */
export const screeningFilters = [...screeningStates, 'never'] as const;
export type ScreeningFilter = (typeof screeningFilters)[number];

export const screeningFilterNames: Record<ScreeningFilter, string> = {
  ...screeningStateNames,
  never: '从未检测',
};

const due = {
  /** A kind of the feed of lists. */
  group: z.string(),
  groupName: z.string(),
  duty: z.enum(screeningDuties),
  /** YYYY-MM-DD: since when somebody is on the list. */
  listedOn: z.string(),
  /** ms: when the last sample that counts was taken; null when none is on record. */
  lastTestAt: z.number().nullable(),
  /** YYYY-MM-DD: the last day on which the next test is in time. */
  dueOn: z.string(),
  state: z.enum(screeningStates),
};

/** A list that a person is on, as that person reads it. */
export const ownScreening = z.object({
  ...due,
  intervalDays: z.number().int(),
  /** Who delivered the list. */
  listedBy: z.string(),
});
export type OwnScreening = z.infer<typeof ownScreening>;

/** A group with what was counted of it. */
export const screeningGroup = z.object({
  id: z.string(),
  name: z.string(),
  duty: z.enum(screeningDuties),
  intervalDays: z.number().int(),
  remindDaysBefore: z.number().int(),
  listed: z.number().int(),
  /** Of these nobody has a test on record; they are counted as soon or overdue too. */
  neverTested: z.number().int(),
  soon: z.number().int(),
  overdue: z.number().int(),
});
export type ScreeningGroup = z.infer<typeof screeningGroup>;

export const screeningBoard = z.object({
  groups: z.array(screeningGroup),
  /** ms: when the people of the lists were gone through; null before the first time. */
  asOf: z.number().nullable(),
});
export type ScreeningBoard = z.infer<typeof screeningBoard>;

/** Somebody on a list, masked. */
export const screeningPerson = z.object({
  id: z.string(),
  /** Null for who has not registered: the list holds no names, and documents only as keyed hashes. */
  name: z.string().nullable(),
  idNumber: z.string().nullable(),
  ...due,
});
export type ScreeningPerson = z.infer<typeof screeningPerson>;

export const screeningQuery = z.strictObject({
  group: z
    .string()
    .regex(/^[a-z][a-zA-Z0-9.]{0,39}$/, 'format')
    .optional(),
  state: z.enum(screeningFilters).optional(),
  ...paging,
});
export type ScreeningQuery = z.input<typeof screeningQuery>;
