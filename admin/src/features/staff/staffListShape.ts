import { paging } from '@anxing/contract/fields';

export const staffListShape = paging;
