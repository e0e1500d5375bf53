import { z } from 'zod';

import { day, paging, personName } from './fields';
import { decisions, directions } from './visits';

export const passageKinds = ['visit', 'scan'] as const;

export const passageQuery = z
  .strictObject({
    /** Days in the configured zone, both included. */
    from: day.optional(),
    to: day.optional(),
    pointId: z.uuid().optional(),
    kind: z.enum(passageKinds).optional(),
    direction: z.enum(directions).optional(),
    colour: z.string().max(20).optional(),
    decision: z.enum(decisions).optional(),
    /** The full name, exactly: names are stored encrypted. */
    name: personName.optional(),
    ...paging,
  })
  .superRefine((query, context) => {
    if (query.from && query.to && query.from > query.to) {
      context.addIssue({ code: 'custom', path: ['to'], message: 'range' });
    }
  });
export type PassageQuery = z.input<typeof passageQuery>;

export const passageItem = z.object({
  id: z.string(),
  kind: z.enum(passageKinds),
  direction: z.enum(directions),
  at: z.number(),
  point: z.object({ id: z.string(), name: z.string() }),
  /** Masked. */
  person: z.string(),
  colour: z.string(),
  decision: z.enum(decisions),
});
export type PassageItem = z.infer<typeof passageItem>;

export const passageDetail = passageItem.extend({
  receivedAt: z.number(),
  address: z.string(),
  idNumber: z.string(),
  phone: z.string().nullable(),
  why: z.string().nullable(),
  temperature: z.number().nullable(),
  mask: z.boolean().nullable(),
  /** The staff member who scanned; null for a visit. */
  staff: z.string().nullable(),
});
export type PassageDetail = z.infer<typeof passageDetail>;
