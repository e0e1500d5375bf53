import { overrideQuery } from '@anxing/contract/overrides';

export const overrideFilterShape = overrideQuery.shape;
