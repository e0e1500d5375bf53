import { addIndex } from '../../src/storage/tables';

/** Who is on duty now. */
export const up = addIndex('duties', ['until', 'id']);
