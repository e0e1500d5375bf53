import { regionQuery } from '@anxing/contract/regions';
import { z } from 'zod';

export const regionFilterShape = {
  ...regionQuery.shape,
  /** Part of a name, among those that are shown. */
  q: z.string().trim().max(60).optional(),
};
