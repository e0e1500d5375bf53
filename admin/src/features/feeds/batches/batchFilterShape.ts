import { batchQuery } from '@anxing/contract/feeds';

export const batchFilterShape = batchQuery.shape;
