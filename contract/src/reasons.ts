import { z } from 'zod';

import { documentInHand } from './cards';

/** One reason of the own colour, in full: for its owner, and at a counter for the clerk before whom he stands. */
export const ownReason = z.object({
  rule: z.string(),
  colour: z.string(),
  text: z.string(),
  advice: z.string(),
  /** Where and how to object. */
  appeal: z.string(),
  kindName: z.string(),
  sourceName: z.string(),
  /** Who answers for the record. */
  owner: z.string(),
  /** Who delivered it: a laboratory, a bureau, or two staff members. */
  deliveredBy: z.string(),
  /** YYYY-MM-DD of the event. */
  date: z.string(),
  /** ms: since when the platform holds it for true; null for a stay, which follows from the person's own checks. */
  recordedAt: z.number().nullable(),
  /** ms, or null while the cause lasts. */
  until: z.number().nullable(),
  /** An appeal about it that is not over. */
  appealId: z.string().nullable(),
});
export type OwnReason = z.infer<typeof ownReason>;

export const ownReasons = z.object({
  colour: z.string(),
  reasons: z.array(ownReason),
  /** ms: how old the oldest of the data is that a green code needs; null when some never came. */
  asOf: z.number().nullable(),
  /** Names of the sources that a green code needs: what is checked of everybody. */
  checked: z.array(z.string()),
  /** What is missing: while something is, nobody is called green. */
  late: z.array(
    z.object({ sourceName: z.string(), owner: z.string(), lastDeliveredAt: z.number().nullable() }),
  ),
  /** The version of the rules that was used. */
  ruleVersion: z.number().int(),
  /** ms of the next change that needs no new record; null when there is none. */
  until: z.number().nullable(),
  serverTime: z.number(),
});
export type OwnReasons = z.infer<typeof ownReasons>;

/** At a counter, for somebody without a phone: why his code has its colour. */
export const counterReasonsRequest = z.strictObject({
  ...documentInHand,
  /** The person stands here, and document and face were compared. */
  present: z.literal(true, 'required'),
});
export type CounterReasonsRequest = z.input<typeof counterReasonsRequest>;

export const counterReasons = z.object({
  /** Masked. */
  name: z.string(),
  /** What the person would read himself, and nothing more. */
  own: ownReasons,
});
export type CounterReasons = z.infer<typeof counterReasons>;
