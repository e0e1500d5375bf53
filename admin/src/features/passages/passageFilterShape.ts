import { passageQuery, passerQuery } from '@anxing/contract/passages';
import type { z } from 'zod';

export const passageFilterShape = passageQuery.shape;
export type PassageFilterValues = z.output<z.ZodObject<typeof passageFilterShape>>;

/** The passages of one person, or of one staff member. */
export const passerFilterShape = passerQuery.shape;
export type PasserFilterValues = z.output<z.ZodObject<typeof passerFilterShape>>;

/** A person's name is kept out of addresses, which stay in histories and logs. */
export const discreetFilters = ['name'];
