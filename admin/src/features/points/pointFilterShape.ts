import { pointQuery } from '@anxing/contract/points';
import { z } from 'zod';

export const pointFilterShape = {
  ...pointQuery.shape,
  view: z.enum(['list', 'tree']).default('list'),
};
export type PointFilters = z.output<z.ZodObject<typeof pointFilterShape>>;
