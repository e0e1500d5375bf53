import { passageQuery } from '@anxing/contract/passages';
import type { z } from 'zod';

export const passageFilterShape = passageQuery.shape;
export type PassageFilterValues = z.output<z.ZodObject<typeof passageFilterShape>>;

/** A person's name is kept out of addresses, which stay in histories and logs. */
export const discreetFilters = ['name'];
