import { z } from 'zod';

import { line, uuid7 } from './fields';
import { limits } from './limits';

export const directions = ['in', 'out'] as const;
export type Direction = (typeof directions)[number];
export const decisions = ['allow', 'stop', 'ask'] as const;
export type Decision = (typeof decisions)[number];

/** What a poster shows to anyone; `own` only to a person with a code. */
export const posterPlace = z.object({
  place: z.object({ name: z.string(), address: z.string(), unit: z.string(), category: z.string() }),
  own: z.object({ colour: z.string(), inside: z.boolean(), asOf: z.number().nullable() }).nullable(),
  /** On duty at the point, without names. */
  onDuty: z.array(
    z.object({ role: z.string(), colour: z.string(), temperature: z.enum(['normal', 'high', 'unknown']) }),
  ),
});
export type PosterPlace = z.infer<typeof posterPlace>;

/** Check in or out. Coming in needs a poster; leaving needs the poster or the passage that came in. */
export const visitRequest = z
  .strictObject({
    id: uuid7,
    poster: z.string().min(1, 'required').max(300, 'tooLong').optional(),
    passage: uuid7.optional(),
    direction: z.enum(directions).default('in'),
    members: z.array(z.uuid()).max(limits.familyMembers, 'tooLong').default([]),
  })
  .superRefine((visit, context) => {
    if (!visit.poster && !(visit.direction === 'out' && visit.passage)) {
      context.addIssue({ code: 'custom', path: ['poster'], message: 'required' });
    }
  });
export type VisitRequest = z.input<typeof visitRequest>;

export const visitAnswer = z.object({
  place: z.object({ name: z.string(), address: z.string() }),
  colour: z.string(),
  decision: z.enum(decisions),
  /** Why not `allow`, for people. */
  why: z.string().nullable(),
  direction: z.enum(directions),
  at: z.number(),
  name: z.string(),
  passages: z.array(
    z.object({ id: z.string(), person: z.string(), colour: z.string(), decision: z.enum(decisions) }),
  ),
});
export type VisitAnswer = z.infer<typeof visitAnswer>;

export const dutyRequest = z.strictObject({
  pointId: z.uuid(),
  place: line(limits.addressLength).optional(),
});
export type DutyRequest = z.input<typeof dutyRequest>;
