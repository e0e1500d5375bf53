import { z } from 'zod';

import { ownScreening } from './screening';

/** A result of the last seven days. */
export const testResult = z.object({
  id: z.string(),
  /** The kind of a fact of the source 'tests', for example `nucleicNegative`. */
  kind: z.string(),
  kindName: z.string(),
  outcome: z.enum(['positive', 'negative', 'other']),
  /** ms: when the sample was taken. */
  at: z.number(),
  institution: z.string(),
});
export type TestResult = z.infer<typeof testResult>;

export const testResults = z.object({
  days: z.number().int(),
  items: z.array(testResult),
  /** The lists by which this person is to be tested again and again; mostly none. */
  screening: z.array(ownScreening),
});
export type TestResults = z.infer<typeof testResults>;
