import { z } from 'zod';

import { day, divisionCode, line } from './fields';
import { limits } from './limits';

export const regionLevel = z.object({
  id: z.string(),
  name: z.string(),
  /** The higher, the more severe; the lowest one is where nothing was set. */
  severity: z.number().int(),
  policy: z.string(),
  background: z.string(),
  ink: z.string(),
});
export type RegionLevel = z.infer<typeof regionLevel>;

/** A county, city or province with its level on a day. */
export const region = z.object({
  division: z.string(),
  /** With the names above it: 示例省示例市示例区. */
  name: z.string(),
  level: z.string(),
  /** The level's text, or the division's own. */
  policy: z.string(),
  /** YYYY-MM-DD, null where nothing was set. */
  from: z.string().nullable(),
  until: z.string().nullable(),
  /** The division that it was set for: itself, or one above it. */
  setFor: z.string().nullable(),
});
export type Region = z.infer<typeof region>;

export const regionQuery = z.strictObject({
  /** Left out: today. */
  date: day.optional(),
  /** A province or city: its cities or counties. Left out: everything that is above the lowest level. */
  within: divisionCode.optional(),
});
export type RegionQuery = z.input<typeof regionQuery>;

export const regionTable = z.object({
  date: z.string(),
  levels: z.array(regionLevel),
  regions: z.array(region),
});
export type RegionTable = z.infer<typeof regionTable>;

export const regionHistoryItem = z.object({
  id: z.string(),
  level: z.string(),
  policy: z.string(),
  from: z.string(),
  until: z.string().nullable(),
  /** ms: since when, and until when, it was on record. */
  recordedFrom: z.number(),
  recordedUntil: z.number().nullable(),
  changeId: z.string().nullable(),
});
export type RegionHistoryItem = z.infer<typeof regionHistoryItem>;

export const regionHistory = z.object({
  division: z.string(),
  name: z.string(),
  items: z.array(regionHistoryItem),
});
export type RegionHistory = z.infer<typeof regionHistory>;

/** Levels of divisions. Each takes the place of what stood there for its days; before and after them that goes on. */
export const regionLevelsPropose = z.strictObject({
  changes: z
    .array(
      z.strictObject({
        division: divisionCode,
        level: z.string().min(1, 'required').max(20, 'tooLong'),
        from: day,
        /** The first day on which it no longer holds; null until further notice. */
        until: day.nullable().default(null),
        policy: line(limits.policyLength).optional(),
      }),
    )
    .min(1, 'required')
    .max(limits.regionChanges, 'tooLong'),
  note: line(limits.reasonLength),
});
export type RegionLevelsPropose = z.input<typeof regionLevelsPropose>;

/** The most severe region of the last 14 days. */
export const severestRegion = z.object({
  division: z.string(),
  name: z.string(),
  level: z.string(),
  levelName: z.string(),
  policy: z.string(),
  /** YYYY-MM-DD: the last day there. */
  date: z.string(),
  /** How it is known. */
  from: z.enum(['scan', 'claim']),
});
export type SeverestRegion = z.infer<typeof severestRegion>;
