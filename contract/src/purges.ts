import { z } from 'zod';

/** A day of passages that was dropped when its time was over, and what the audit chain holds of it. */
export const purgeProof = z.object({
  /** YYYY-MM-DD in the configured zone. */
  day: z.string(),
  /** Rows that there were. */
  found: z.number().int(),
  /** SHA-256 over id and request hash of each row in order of their ids, in hex. */
  digest: z.string(),
  /** Before anything was dropped. */
  announcedAt: z.number(),
  /** Rows left afterwards, and when that was seen; null while the day is being dropped. */
  remaining: z.number().int().nullable(),
  doneAt: z.number().nullable(),
  /** The audit chain holds both events with these very figures. */
  inChain: z.boolean(),
});
export type PurgeProof = z.infer<typeof purgeProof>;
