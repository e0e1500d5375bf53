import { z } from 'zod';

import { line, pageOf, paging, uuid7 } from './fields';
import { limits } from './limits';
import { decisions, directions } from './visits';

/** By what somebody was recognised. */
export const scanObjects = ['code', 'pass', 'card', 'number', 'national', 'idCard'] as const;
export type ScanObject = (typeof scanObjects)[number];

export const scanObjectNames: Record<ScanObject, string> = {
  code: '健康码',
  pass: '离线通行码',
  card: '纸质卡',
  number: '12 位数字',
  national: '国家健康码',
  idCard: '身份证',
};

/** °C, as a thermometer shows it: one decimal. */
export const temperature = z.number().min(34, 'temperature').max(43, 'temperature');

/** Why somebody wants in: ids of `passReasons` in `GET config`. */
const passReason = z.string().min(1, 'required').max(20);

/** What was seen of a person at a door. */
const circumstances = {
  direction: z.enum(directions).default('in'),
  temperature: temperature.optional(),
  mask: z.boolean().optional(),
  reason: passReason.optional(),
};

const object = z.string().trim().min(1, 'required').max(1024, 'tooLong');

/** A staff member checks a person: `object` is what `tellScanned` makes of what was scanned or typed. */
export const scanRequest = z.strictObject({
  id: uuid7,
  object,
  pointId: z.uuid(),
  ...circumstances,
  /** Why the card was read of somebody who is not old: an id of `idCardReasons` in `GET config`. */
  idCardReason: z.string().min(1, 'required').max(20).optional(),
});
export type ScanRequest = z.input<typeof scanRequest>;

/** Where somebody was scanned before. What another unit is called, and measured, stays there: its district is told. */
export const recentScan = z.object({
  at: z.number(),
  place: z.string(),
  own: z.boolean(),
  direction: z.enum(directions),
  decision: z.enum(decisions),
  temperature: z.number().nullable(),
  /** In words. */
  reason: z.string().nullable(),
});
export type RecentScan = z.infer<typeof recentScan>;

/** The most severe region of the last 14 days, when it is more severe than here. */
export const regionHint = z.object({
  division: z.string(),
  name: z.string(),
  level: z.string(),
  levelName: z.string(),
  policy: z.string(),
  /** YYYY-MM-DD of the last stay. */
  date: z.string(),
});
export type RegionHint = z.infer<typeof regionHint>;

/** What the point's policy still asks for before the decision is final. */
export const scanWants = ['temperature', 'mask'] as const;
export type ScanWant = (typeof scanWants)[number];

export const scanAnswer = z.object({
  id: z.string(),
  object: z.enum(scanObjects),
  colour: z.string(),
  decision: z.enum(decisions),
  why: z.string().nullable(),
  /** Not empty: `decision` is provisional until feedback tells it. */
  wants: z.array(z.enum(scanWants)),
  person: z.object({
    name: z.string(),
    idNumber: z.string(),
    /** Where the person lives as far as the first claim tells. */
    district: z.string().nullable(),
  }),
  place: z.object({ name: z.string(), address: z.string() }),
  direction: z.enum(directions),
  at: z.number(),
  region: regionHint.nullable(),
  recent: z.array(recentScan),
  hasMore: z.boolean(),
});
export type ScanAnswer = z.infer<typeof scanAnswer>;

export const recentScanQuery = z.strictObject(paging);
export const recentScanPage = pageOf(recentScan);
export type RecentScanPage = z.infer<typeof recentScanPage>;

/** What a guard decides otherwise, and why: ids of `overrideReasons` in `GET config`. */
const guardsDecision = z.strictObject({
  decision: z.enum(['allow', 'stop']),
  reason: z.string().min(1, 'required').max(20),
  note: line(limits.scanNoteLength).optional(),
});

/** After the check: why he came, temperature, mask. It may be corrected for a while. */
export const feedbackRequest = z.strictObject({
  reason: passReason,
  temperature: temperature.optional(),
  mask: z.boolean().optional(),
  override: guardsDecision.optional(),
});
export type FeedbackRequest = z.input<typeof feedbackRequest>;

export const feedbackAnswer = z.object({
  id: z.string(),
  decision: z.enum(decisions),
  why: z.string().nullable(),
  wants: z.array(z.enum(scanWants)),
});
export type FeedbackAnswer = z.infer<typeof feedbackAnswer>;

/**
 * A passage that was decided without network, from a code's signature: the id tells when. Only codes and passes can be
 * verified so, everything else waits for the network.
 */
export const lateScan = z.strictObject({
  id: uuid7,
  object,
  ...circumstances,
  decision: z.enum(decisions),
});
export const lateScans = z.strictObject({
  pointId: z.uuid(),
  items: z.array(lateScan).min(1, 'required').max(limits.lateScans, 'tooLong'),
});
export type LateScans = z.input<typeof lateScans>;

export const lateScanAnswers = z.object({
  /** In the order of the request; `code` is why one was not taken, for good. */
  items: z.array(z.object({ id: z.string(), taken: z.boolean(), code: z.string().nullable() })),
});
export type LateScanAnswers = z.infer<typeof lateScanAnswers>;
