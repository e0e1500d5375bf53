import { z } from 'zod';

import { changeKinds } from './changes';

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
  /** Changes of the day that took two people, by kind: how many were proposed, approved, and refused. */
  changes: z.array(
    z.object({
      kind: z.enum(changeKinds),
      proposed: z.number().int(),
      approved: z.number().int(),
      rejected: z.number().int(),
    }),
  ),
});
export type Digest = z.infer<typeof digest>;
