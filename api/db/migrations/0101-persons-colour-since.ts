import { addColumn, columns } from '../../src/storage/tables';

/** Since when somebody has the colour: passes from before are void. */
export const up = addColumn('persons', 'colour_since', columns.instant().optional());
