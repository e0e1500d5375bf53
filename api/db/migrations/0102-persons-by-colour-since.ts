import { addIndex } from '../../src/storage/tables';

/** Whose colour changed in the last hours. */
export const up = addIndex('persons', ['colour_since']);
