import { faultQuery } from '@anxing/contract/feeds';

export const faultFilterShape = faultQuery.shape;
