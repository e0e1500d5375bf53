import { waitingModelQuery } from '@anxing/contract/devices';

export const decisionListShape = waitingModelQuery.shape;
