import { z } from 'zod';

/** Paths that name one record. */
export const byId = z.strictObject({ id: z.uuid() });

/** Paths that name a person to a unit: see `privacy/unitReferences`. */
export const byReference = z.strictObject({ id: z.guid() });
