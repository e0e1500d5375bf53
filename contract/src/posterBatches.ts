import { z } from 'zod';

import { job } from './jobs';
import { limits } from './limits';
import { pointFilter } from './points';
import { posterSizes } from './posters';

/** Kind of the background job that draws many posters into one PDF. */
export const posterBatchKind = 'posters.batch';

const size = z.enum(posterSizes).default('a4');

/** Few posters, answered at once: their points, separated by commas. */
export const fewPostersQuery = z.strictObject({
  points: z
    .string()
    .transform((text) => [...new Set(text.split(','))])
    .pipe(z.array(z.uuid()).max(limits.postersAtOnce, 'tooManyPosters')),
  size,
});

/** Chosen points, or all that match a filter. */
export const posterBatch = z
  .strictObject({
    points: z.array(z.uuid()).min(1, 'required').max(limits.pointsPerUnit, 'tooLong').optional(),
    filter: pointFilter.optional(),
    size,
    /** Issues a poster for every open point without one. */
    issueMissing: z.boolean().default(false),
  })
  .superRefine(({ points, filter }, context) => {
    if (!points === !filter) {
      context.addIssue({ code: 'custom', path: ['points'], message: points ? 'pointsOrFilter' : 'required' });
    }
  });
export type PosterBatch = z.input<typeof posterBatch>;

const namedPoint = z.object({ id: z.string(), name: z.string() });

export const posterBatchStarted = z.object({
  job,
  /** How many posters are drawn. */
  posters: z.number().int(),
  /** Open points without a poster in force: left out, or issued in the same go. */
  missing: z.array(namedPoint),
  /** Closed points, which have none. */
  closed: z.array(namedPoint),
});
export type PosterBatchStarted = z.infer<typeof posterBatchStarted>;

/** Told before a batch is printed or kept as a file. */
export const posterBatchPrinted = z.object({
  /** Posters in the file, each counted once more. */
  counted: z.number().int(),
  /** Those of them that were revoked since they were drawn: they must not be put up. */
  revoked: z.array(namedPoint.extend({ serial: z.number().int() })),
});
export type PosterBatchPrinted = z.infer<typeof posterBatchPrinted>;
