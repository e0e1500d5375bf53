import { addIndex } from '../../src/storage/tables';

/** Which points lie in a region. */
export const up = addIndex('points', ['division']);
