import { unitQuery } from '@anxing/contract/units';

export const unitFilterShape = unitQuery.shape;
