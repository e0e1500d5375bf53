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

/** What ended a duty without its staff member: the own code was not clear any more. */
export const dutyEnd = z.enum(['colour']);
export type DutyEnd = z.infer<typeof dutyEnd>;

/** `endedBy` tells why there is none; null when nobody but the staff member ended the last one. */
export const currentDuty = z.object({ duty: duty.nullable(), endedBy: dutyEnd.nullable() });
export type CurrentDuty = z.infer<typeof currentDuty>;
