import { paging } from '@anxing/contract/fields';

export const deviceListShape = paging;
