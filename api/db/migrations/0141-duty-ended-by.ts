import { addColumn, columns } from '../../src/storage/tables';

/** What ended a duty without its staff member. */
export const up = addColumn('duties', 'ended_by', columns.text(20).optional());
