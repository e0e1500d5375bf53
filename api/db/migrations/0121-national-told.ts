import { addColumn, columns } from '../../src/storage/tables';

/** What each province said last of somebody: the newest of one province may be older than that of another. */
export const up = addColumn('national_codes', 'told', columns.long().optional());
