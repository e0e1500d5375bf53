import { addColumn, columns } from '../../src/storage/tables';

/** When a staff member proved by an SMS code, in this session, to be the one whose account it is. */
export const up = addColumn('sessions', 'proven_at', columns.instant().optional());
