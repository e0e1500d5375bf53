import { z } from 'zod';

/** A day's audit digest, published when the day is over: what stands in it cannot be rewritten unnoticed. */
export const digest = z.object({
  /** YYYY-MM-DD in the configured zone. */
  date: z.string(),
  /** Of each writer that wrote on the day: how many events, and the last one's place and hash. */
  chains: z.array(
    z.object({
      slot: z.number().int(),
      events: z.number().int(),
      lastSeq: z.number().int(),
      lastHash: z.string(),
    }),
  ),
});
export type Digest = z.infer<typeof digest>;
