import { addIndex } from '../../src/storage/tables';

/** Whose colour changes next by itself. */
export const up = addIndex('persons', ['colour_until']);
