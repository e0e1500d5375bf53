import { z } from 'zod';

import { uuid7 } from '@anxing/contract/fields';

/** Paths that name one record. */
export const byId = z.strictObject({ id: z.uuid() });

/** Paths that name a person to a unit: see `privacy/unitReferences`. */
export const byReference = z.strictObject({ id: z.guid() });

/** Paths that name a check by the id that was made for it at the door. */
export const byUuid7 = z.strictObject({ id: uuid7 });
