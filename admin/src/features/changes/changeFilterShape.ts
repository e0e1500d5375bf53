import { changeQuery, changeStates } from '@anxing/contract/changes';
import { z } from 'zod';

/** Who opens the list wants to see what waits; `all` is said on purpose. */
export const changeFilterShape = {
  ...changeQuery.shape,
  state: z.enum([...changeStates, 'all']).default('waiting'),
};
