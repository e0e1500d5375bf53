import { z } from 'zod';

/** Paths that name one record. */
export const byId = z.strictObject({ id: z.uuid() });
