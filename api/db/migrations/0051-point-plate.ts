import { addColumn, columns } from '../../src/storage/tables';

export const up = addColumn('points', 'plate', columns.text(12).optional());
