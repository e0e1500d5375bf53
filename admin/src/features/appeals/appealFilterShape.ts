import { appealQuery } from '@anxing/contract/appeals';

export const appealFilterShape = appealQuery.shape;
