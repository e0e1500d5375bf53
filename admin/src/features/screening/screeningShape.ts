import { screeningQuery } from '@anxing/contract/screening';
import { z } from 'zod';

/** Said on purpose: leaving the group out asks for nothing. No group is called so. */
export const everyGroup = '*';

export const screeningShape = {
  ...screeningQuery.shape,
  group: z.union([z.literal(everyGroup), screeningQuery.shape.group]),
};
