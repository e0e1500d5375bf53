import { z } from 'zod';

import { divisionCode } from './fields';

/** By GB/T 2260: six digits. */
export const division = z.object({ code: z.string(), name: z.string() });
export type Division = z.infer<typeof division>;

export const divisionQuery = z.strictObject({
  /** A province or city: what lies in it at once. Left out: the provinces. */
  within: divisionCode.optional(),
});
export type DivisionQuery = z.input<typeof divisionQuery>;

export const divisionList = z.object({ items: z.array(division) });
export type DivisionList = z.infer<typeof divisionList>;
