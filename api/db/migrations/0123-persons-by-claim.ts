import { addIndex } from '../../src/storage/tables';

/** Who claimed the code lately, and where: asked when a level of a region is proposed. */
export const up = addIndex('persons', ['claimed_at', 'claim_division']);
