import { addColumn, columns } from '../../src/storage/tables';

export const up = addColumn('points', 'line', columns.text(20).optional());
