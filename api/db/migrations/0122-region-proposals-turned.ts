import { addColumn, columns } from '../../src/storage/tables';

/** How many people levels would turn, as the second person was told. */
export const up = addColumn('region_proposals', 'turned', columns.int().optional());
