import { addIndex } from '../../src/storage/tables';

/** Who has a colour: few have another one than the clear one. */
export const up = addIndex('persons', ['colour', 'id']);
