import { z } from 'zod';

/** A staff member signed in at a point, until he signs off or signs in elsewhere. */
export const duty = z.object({
  id: z.string(),
  point: z.object({ id: z.string(), name: z.string(), address: z.string() }),
  /** Where exactly at the point; null when nothing was written. */
  place: z.string().nullable(),
  since: z.number(),
});
export type Duty = z.infer<typeof duty>;

export const currentDuty = z.object({ duty: duty.nullable() });
export type CurrentDuty = z.infer<typeof currentDuty>;
