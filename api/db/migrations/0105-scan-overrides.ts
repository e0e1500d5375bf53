import { addColumns } from '../../src/storage/addColumns';

/** Where a guard decided otherwise than colour and policy: why, and in his own words, which are sealed. */
export const up = addColumns('passages', { override_reason: 'VARCHAR(20)', note: 'VARCHAR(700)' });
