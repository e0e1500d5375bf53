import { z } from 'zod';

/** What was scanned from another province's or the national code. */
export const nationalCodeRequest = z.strictObject({
  content: z.string().trim().min(1, 'required').max(1_000, 'tooLong'),
});
export type NationalCodeRequest = z.input<typeof nationalCodeRequest>;

/** How another province sees the same person, merged into the own code. */
export const nationalCode = z.object({
  /** As the other province says it: green, yellow, red, or unknown. */
  colour: z.enum(['green', 'yellow', 'red', 'unknown']),
  province: z.string(),
  /** ms: of when it is. */
  statedAt: z.number(),
  /** ms: how long it counts here. */
  until: z.number(),
  fetchedAt: z.number(),
});
export type NationalCode = z.infer<typeof nationalCode>;

export const ownNationalCode = z.object({
  /** What was said last and still counts; null without any. */
  latest: nationalCode.nullable(),
  /** How the last asking ended: never asked, merged, or the national platform had nothing, or did not answer. */
  state: z.enum(['none', 'merged', 'notFound', 'unavailable']),
});
export type OwnNationalCode = z.infer<typeof ownNationalCode>;
